package org.penumbra.net.image;

import java.util.List;
import java.util.Map;
import org.penumbra.data.image.DataIdentity;
import org.penumbra.data.ink.Fit;

/**
 * Where a trained network comes from; it travels with the network.
 *
 * @param preset         name of the preset it was trained by
 * @param data           name of the data set ("mnist")
 * @param checksums      what the data were read from: MD5 of each unpacked file, or version and seed of the generator
 * @param fit            how a picture became an image it learnt from, and becomes one it is asked about
 * @param folder         the folder of one's own that the images were read from, with its whole path; empty where there is none
 *                       or nobody wrote it down
 * @param training       how it was trained
 * @param steps          steps taken
 * @param lanes          parts each batch was cut into; the last bits of a run depend on it
 * @param engine         whose layers took the steps
 * @param programVersion of Penumbra
 * @param date           when training ended, ISO 8601 in UTC
 * @param platform       operating system, architecture and Java version
 */
public record ImageProvenance(
        String preset,
        String data,
        Map<String, String> checksums,
        Fit fit,
        String folder,
        ImageTrainingSettings training,
        long steps,
        int lanes,
        StepEngine engine,
        String programVersion,
        String date,
        String platform) {

    public ImageProvenance {
        checksums = Map.copyOf(checksums);
    }

    /** Of a network that was trained by our own layers. */
    public ImageProvenance(
            String preset,
            String data,
            Map<String, String> checksums,
            Fit fit,
            String folder,
            ImageTrainingSettings training,
            long steps,
            int lanes,
            String programVersion,
            String date,
            String platform) {
        this(
                preset,
                data,
                checksums,
                fit,
                folder,
                training,
                steps,
                lanes,
                StepEngine.PENUMBRA,
                programVersion,
                date,
                platform);
    }

    /** Of a network that says neither its fit nor a folder; the fit is what such data mostly have. */
    public ImageProvenance(
            String preset,
            String data,
            Map<String, String> checksums,
            ImageTrainingSettings training,
            long steps,
            int lanes,
            String programVersion,
            String date,
            String platform) {
        this(
                preset,
                data,
                checksums,
                derivedFit(data, checksums, List.of()),
                "",
                training,
                steps,
                lanes,
                programVersion,
                date,
                platform);
    }

    /** What it was trained on. */
    public TrainingImages trainingImages() {
        return new TrainingImages(data, checksums, fit, folder, training.heldOut(), training.clutter());
    }

    /** What it was trained on, whatever that is called. */
    public DataIdentity identity() {
        return DataIdentity.of(data, checksums);
    }

    /**
     * The fit of a network whose file does not say it, told by what it was trained on.
     *
     * @param data      name of the data set
     * @param checksums of the data set
     * @param classes   names of the classes
     */
    public static Fit derivedFit(String data, Map<String, String> checksums, List<String> classes) {
        return DataIdentity.of(data, checksums).fit(classes, checksums);
    }
}
