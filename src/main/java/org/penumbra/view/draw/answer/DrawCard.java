package org.penumbra.view.draw.answer;

import java.util.Optional;
import java.util.OptionalDouble;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.penumbra.confidence.Calibration;
import org.penumbra.confidence.CalibrationException;
import org.penumbra.confidence.Population;
import org.penumbra.live.draw.ModelAnswer;
import org.penumbra.net.image.ImageModel;
import org.penumbra.net.image.ImageSettings;
import org.penumbra.view.shell.ModelEntry;

/** One of the models that answer, what it answers now, and what that means. Changed by {@link DrawModel} alone. */
public final class DrawCard {

    private static final String UNTOLD = "The model gave no answer to this image.";

    private final ModelEntry entry;
    private final ReadOnlyObjectWrapper<ImageModel> model = new ReadOnlyObjectWrapper<>(this, "model");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
    private final ReadOnlyStringWrapper silence = new ReadOnlyStringWrapper(this, "silence", "");
    private final ReadOnlyObjectWrapper<ModelAnswer> answer = new ReadOnlyObjectWrapper<>(this, "answer");
    private final ReadOnlyObjectWrapper<CardReading> reading = new ReadOnlyObjectWrapper<>(this, "reading");
    private final ReadOnlyObjectWrapper<Tested> tested =
            new ReadOnlyObjectWrapper<>(this, "tested", new Tested.Waiting("Reading the model\u2026"));
    private final ReadOnlyObjectWrapper<Acceptance> acceptance = new ReadOnlyObjectWrapper<>(this, "acceptance");

    private float[] image;

    DrawCard(ModelEntry entry) {
        this.entry = entry;
    }

    /** The model's name and where it is from. */
    public ModelEntry entry() {
        return entry;
    }

    /** The model, null until it has been read. */
    public ReadOnlyObjectProperty<ImageModel> modelProperty() {
        return model.getReadOnlyProperty();
    }

    /** Why the model gives no verdict: it cannot be read, or not be calibrated. Empty when all is well. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** What the network said last, null before the first answer. */
    public ReadOnlyObjectProperty<ModelAnswer> answerProperty() {
        return answer.getReadOnlyProperty();
    }

    /** Why there is no answer to an image that was asked about; empty when there is one, and while there is no image. */
    public ReadOnlyStringProperty silenceProperty() {
        return silence.getReadOnlyProperty();
    }

    /** The image the answer is about, 784 pixels; null before the first answer. Not to be written to. */
    public float[] image() {
        return image;
    }

    /** What that means now; null before the first answer and while there is a problem. */
    public ReadOnlyObjectProperty<CardReading> readingProperty() {
        return reading.getReadOnlyProperty();
    }

    /** Its answers to sets of images. */
    public ReadOnlyObjectProperty<Tested> testedProperty() {
        return tested.getReadOnlyProperty();
    }

    /** How many test images are accepted at the present setting; null while that is not known. */
    public ReadOnlyObjectProperty<Acceptance> acceptanceProperty() {
        return acceptance.getReadOnlyProperty();
    }

    /**
     * The reconstruction error at which the confidence falls below tau, as {@link Calibration#errorLimit} has it. Empty for a
     * model that cannot doubt or gives no verdict.
     */
    public OptionalDouble errorLimit(DrawSettings settings) {
        ImageModel known = model.get();
        if (known == null || !settings.suits(known) || !known.doubts()) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(Calibration.errorLimit(settings.of(known), ImageSettings.PIXELS));
    }

    void read(ImageModel loaded) {
        model.set(loaded);
    }

    void fail(String why) {
        problem.set(why);
    }

    /** @param about the image the answer is about; null without an answer */
    void answer(ModelAnswer given, float[] about) {
        silence.set("");
        image = about;
        answer.set(given);
    }

    /** The model was asked and has no answer, so none of an earlier image may stay. */
    void stayedSilent(String why) {
        answer(null, null);
        silence.set(why.isEmpty() ? UNTOLD : why);
    }

    void test(Tested known) {
        tested.set(known);
    }

    /** Reckons anew what answer and tests mean; no network is asked. */
    void reckon(DrawSettings settings) {
        ImageModel known = model.get();
        if (known == null) {
            return;
        }
        try {
            var own = settings.of(known);
            problem.set("");
            reading.set(answer.get() == null ? null : CardReading.of(answer.get(), own));
            acceptance.set(test().map(images -> Acceptance.of(images, own)).orElse(null));
        } catch (CalibrationException refused) {
            problem.set(refused.getMessage());
            reading.set(null);
            acceptance.set(null);
        }
    }

    private Optional<Population> test() {
        return tested.get() instanceof Tested.Known known ? known.named(Population.TEST) : Optional.empty();
    }
}
