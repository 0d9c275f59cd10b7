package org.penumbra.net.guest;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.penumbra.data.OutsideText;
import org.penumbra.data.ink.Fit;
import org.penumbra.net.image.ImageModel;
import org.penumbra.net.image.ImageShape;
import org.penumbra.net.image.TrainingImages;
import org.penumbra.net.stock.Nd4jNatives;

/**
 * A network of DL4J and what is taken for what in it, as plain values. DL4J is needed by {@link #network} only.
 *
 * @param name           what it is called: of its file
 * @param content        what its file holds
 * @param reading        what is taken for what
 * @param heldOutErrors  1001 quantiles of ||r(x)-x|| over images it was not trained on, ascending; empty where nobody measured
 *                       them or it does not reconstruct
 * @param trainingImages what it was trained on, as far as a person said, or what its errors were measured on
 */
public record GuestModel(
        String name, GuestContent content, GuestReading reading, float[] heldOutErrors, TrainingImages trainingImages)
        implements ImageModel {

    /** The longest name, UTF-16 units. */
    public static final int LONGEST = 300;

    public GuestModel {
        Objects.requireNonNull(trainingImages, "trainingImages");
        OutsideText.requireOneLine("name", name, LONGEST);
        reading.requireFits(content.configuration(), name);
        if (heldOutErrors.length != 0 && (heldOutErrors.length != QUANTILES || !reading.reconstructs())) {
            throw new IllegalArgumentException("held-out errors: expected "
                    + (reading.reconstructs() ? QUANTILES + " quantiles or none" : "none, as it does not reconstruct")
                    + ", but got " + heldOutErrors.length);
        }
    }

    /** A guest as it is when nobody has said what it was trained on, nor measured anything. */
    public static GuestModel of(String name, GuestContent content, GuestReading reading) {
        return new GuestModel(
                name,
                content,
                reading,
                new float[0],
                new TrainingImages("", Map.of(), Fit.of(reading.classes()), "", 0, 0));
    }

    /** The same read otherwise. Errors that were measured with another reading are dropped. */
    public GuestModel with(GuestReading other) {
        boolean sameErrors = other.reconstruction().equals(reading.reconstruction())
                && other.layout() == reading.layout()
                && other.pixels().equals(reading.pixels())
                && other.reconstructed().equals(reading.reconstructed());
        return new GuestModel(name, content, other, sameErrors ? heldOutErrors : new float[0], trainingImages);
    }

    /** The same with what was measured. */
    public GuestModel with(float[] errors, TrainingImages images) {
        return new GuestModel(name, content, reading, errors, images);
    }

    /** What a person may take for what in it. */
    public GuestChoices choices() {
        return GuestChoices.of(content.configuration(), reading.softmax());
    }

    /** What DL4J calls its kind: "MultiLayerNetwork" or "ComputationGraph". */
    public String kind() {
        return content.configuration().kind();
    }

    @Override
    public ImageShape shape() {
        return new ImageShape(
                reading.classes().size(), 1, reading.codeUnits(content.configuration()), reading.reconstructs());
    }

    @Override
    public List<String> classes() {
        return reading.classes();
    }

    @Override
    public String weights() {
        return content.sha256();
    }

    /**
     * Builds the network in DL4J, whose library is unpacked where that was never done; some hundred megabytes.
     *
     * @throws org.penumbra.net.stock.Dl4jMissing when DL4J is not part of this installation
     * @throws GuestException                     when DL4J cannot build it
     */
    @Override
    public GuestNetwork network() {
        Nd4jNatives.require();
        Nd4jNatives.load();
        return new GuestNetwork(content, reading, name);
    }
}
