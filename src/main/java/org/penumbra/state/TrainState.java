package org.penumbra.state;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.penumbra.course.ImagePlan;
import org.penumbra.data.ShortName;
import org.penumbra.data.image.BuiltInDigits;
import org.penumbra.data.image.KnownImages;
import org.penumbra.net.image.ImageArchitecture;
import org.penumbra.net.image.ImageSettings;
import org.penumbra.net.image.ImageTrainingSettings;
import org.penumbra.net.image.LearningRateSchedule;
import org.penumbra.net.image.StepEngine;
import org.penumbra.preset.ImagePreset;
import org.penumbra.preset.ImagePresets;
import org.penumbra.preset.ImageSource;
import org.penumbra.preset.ImageSource.BuiltIn;
import org.penumbra.preset.ImageSource.Stored;
import org.penumbra.preset.Preset;
import org.penumbra.state.StateValue.Call;

/**
 * What the training lab is set to. A state names a preset that ships and what differs from it; images are those of a published
 * data set or the digits the program makes, never those of a folder.
 *
 * @param base     name of the preset that ships; empty for one of somebody's own
 * @param preset   data, network and training
 * @param patience epochs without a lower validation loss that end the run; 0 for never
 * @param engine   whose layers take the steps
 */
public record TrainState(Optional<String> base, ImagePreset preset, int patience, StepEngine engine) {

    /** In a state, {@link LabState#lab}. */
    public static final String LAB = "train";
    /** What the lab starts with. */
    public static final int USUAL_PATIENCE = 5;

    private static final String USUAL_BASE = "built-in-dae-sym";
    private static final String OWN = "own";

    public TrainState {
        Objects.requireNonNull(preset, "preset");
    }

    /** Whether a state can name where the images come from. */
    public static boolean names(ImageSource source) {
        return source instanceof BuiltIn || known().anyMatch(source.name()::equals);
    }

    private static Stream<String> known() {
        return KnownImages.all().stream().map(KnownImages::name);
    }

    /** The state as words; images of a folder are left out, and those of the preset stand in their place. */
    public LabState state() {
        ImagePreset usual = ImagePresets.load(base.orElse(USUAL_BASE));
        ImageTrainingSettings training = preset.training();
        ImageTrainingSettings common = usual.training();
        StateWriter writer = new StateWriter(LAB).word("preset", base.orElse(OWN), "");
        if (names(preset.data())) {
            writer.raw("data", data(preset.data()), data(usual.data()));
        }
        writer.word("network", preset.architecture().id(), usual.architecture().id())
                .whole("omega", preset.omega(), usual.omega())
                .whole("seed", training.seed(), common.seed())
                .number("rate", training.learningRate(), common.learningRate())
                .word("schedule", training.schedule().id(), common.schedule().id())
                .number("sigma", training.sigma(), common.sigma())
                .number("clutter", training.clutter(), common.clutter())
                .number("lambda", training.lambda(), common.lambda())
                .number("dropout", training.dropout(), common.dropout())
                .whole("batch", training.batch(), common.batch())
                .whole("epochs", training.epochs(), common.epochs())
                .whole("held-out", training.heldOut(), common.heldOut())
                .whole("patience", patience, USUAL_PATIENCE)
                .word("engine", engine.id(), StepEngine.PENUMBRA.id());
        if (base.isEmpty()) {
            writer.word("title", preset.title(), "");
        }
        return writer.state();
    }

    private static String data(ImageSource source) {
        if (source instanceof BuiltIn builtIn) {
            BuiltInDigits digits = builtIn.digits();
            return new Call("digits", digits.training() + "," + digits.test() + "," + digits.seed()).toString();
        }
        return StateValue.encoded(source.name());
    }

    /** The settings of a state of this lab. */
    public static Told<TrainState> read(LabState state) {
        StateReader reader = new StateReader(state);
        List<String> names = new ArrayList<>(ImagePresets.names());
        names.add(OWN);
        String named = reader.word("preset", RingsState.same(names), USUAL_BASE);
        boolean own = named.equals(OWN);
        ImagePreset usual = ImagePresets.load(own ? USUAL_BASE : named);
        String title = reader.read("title", text -> StateReader.line(text, Preset.LONGEST_TITLE))
                .orElse(own ? "A state" : usual.title());
        boolean renamed = own || !title.equals(usual.title());
        ImageSource data = reader.read("data", TrainState::readData, usual.data());
        ImageArchitecture network = reader.word("network", architectures(), usual.architecture());
        ImageTrainingSettings training = training(reader, usual.training());
        int omega = (int)
                reader.whole("omega", 1, ImageSettings.MOST_OMEGA, network == usual.architecture() ? usual.omega() : 1);
        if (omega != 1 && network != ImageArchitecture.COOL) {
            reader.remark("omega: expected 1 for the network " + network.id() + ", but found " + omega + "; it is 1");
            omega = 1;
        }
        int patience = (int) reader.whole("patience", 0, ImagePlan.MOST_PATIENCE, USUAL_PATIENCE);
        if (patience > 0 && training.heldOut() == 0) {
            if (reader.has("patience")) {
                reader.remark("patience: expected 0, as no images are held out, but found " + patience + "; it is 0");
            }
            patience = 0;
        }
        StepEngine engine = reader.word("engine", engines(), StepEngine.PENUMBRA);
        ImagePreset preset = new ImagePreset(
                renamed ? ShortName.nearest(title, "state") : usual.name(),
                title,
                renamed ? "" : usual.description(),
                data,
                network,
                omega,
                training);
        return new Told<>(
                new TrainState(own ? Optional.empty() : Optional.of(named), preset, patience, engine),
                reader.remarks());
    }

    private static ImageTrainingSettings training(StateReader reader, ImageTrainingSettings usual) {
        return new ImageTrainingSettings(
                reader.seed("seed", usual.seed()),
                reader.number("rate", ImageTrainingSettings.LEARNING_RATE, usual.learningRate()),
                reader.word("schedule", schedules(), usual.schedule()),
                reader.number("sigma", ImageTrainingSettings.SIGMA, usual.sigma()),
                reader.number("clutter", ImageTrainingSettings.CLUTTER, usual.clutter()),
                reader.number("lambda", ImageTrainingSettings.LAMBDA, usual.lambda()),
                reader.number("dropout", ImageTrainingSettings.DROPOUT, usual.dropout()),
                (int) reader.whole("batch", 1, ImageTrainingSettings.MOST_BATCH, usual.batch()),
                (int) reader.whole("epochs", 1, ImageTrainingSettings.MOST_EPOCHS, usual.epochs()),
                (int) reader.whole("held-out", 0, ImageTrainingSettings.MOST_HELD_OUT, usual.heldOut()));
    }

    private static ImageSource readData(String text) {
        String expected = "digits(2000,500,1) or one of " + known().collect(Collectors.joining(", "));
        Call call = Call.of(text).orElseThrow(() -> new IllegalArgumentException(StateReader.expected(expected, text)));
        if (!call.name().equals("digits")) {
            return new Stored(StateReader.meaning(text, RingsState.same(known().toList())));
        }
        List<String> numbers = StateValue.parts(call.content(), ',');
        if (numbers.size() != 3) {
            throw new IllegalArgumentException(StateReader.expected(expected, text));
        }
        return new BuiltIn(new BuiltInDigits(
                (int) StateReader.whole(numbers.get(0), 1, BuiltInDigits.MOST),
                (int) StateReader.whole(numbers.get(1), 1, BuiltInDigits.MOST),
                StateReader.whole(numbers.get(2), Long.MIN_VALUE, Long.MAX_VALUE)));
    }

    private static Map<String, ImageArchitecture> architectures() {
        return Arrays.stream(ImageArchitecture.values()).collect(Collectors.toMap(ImageArchitecture::id, one -> one));
    }

    private static Map<String, StepEngine> engines() {
        return Arrays.stream(StepEngine.values()).collect(Collectors.toMap(StepEngine::id, one -> one));
    }

    private static Map<String, LearningRateSchedule> schedules() {
        return Arrays.stream(LearningRateSchedule.values())
                .collect(Collectors.toMap(LearningRateSchedule::id, one -> one));
    }
}
