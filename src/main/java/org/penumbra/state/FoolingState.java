package org.penumbra.state;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.penumbra.confidence.Calibration;
import org.penumbra.confidence.ConfidenceSettings;
import org.penumbra.confidence.Defaults;
import org.penumbra.fooling.FoolingSettings;
import org.penumbra.fooling.descent.GeneratorStart;

/**
 * What the fooling lab is set to.
 *
 * @param victims  at least one
 * @param protocol one of {@link #PROTOCOLS}
 * @param start    of a generator
 * @param target   the class to be faked; empty for all
 * @param values   tau, kappa and beta
 * @param effort   most steps, trials of each target, and the seed
 */
public record FoolingState(
        List<Victim> victims,
        String protocol,
        GeneratorStart start,
        Optional<Integer> target,
        Values values,
        Effort effort) {

    /** In a state, {@link LabState#lab}. */
    public static final String LAB = "fooling";
    /** The attacks, as tables name them, the usual one first. */
    public static final List<String> PROTOCOLS = List.of("paper", "strong", "evolution-direct", "evolution-cppn");
    /** Most trials of each target. */
    public static final int MOST_TRIALS = 10;

    private static final int MOST_VICTIMS = 4;
    private static final int MOST_CLASSES = 1000;
    private static final int USUAL_TARGET = 3;
    private static final String ALL = "all";
    private static final List<Victim> FIRST = List.of("mnist-cnn", "mnist-cool", "mnist-dae-sym").stream()
            .map(name -> new Victim(ModelRef.shipped(name), Optional.empty()))
            .toList();

    /**
     * Who is attacked.
     *
     * @param detector its id; empty for the one that the model brings along
     */
    public record Victim(ModelRef model, Optional<String> detector) {

        private String text() {
            return model.text()
                    + detector.map(id -> ":" + StateValue.encoded(id)).orElse("");
        }

        private static Victim read(String text) {
            int colon = text.indexOf(':');
            return new Victim(
                    ModelRef.read(colon < 0 ? text : text.substring(0, colon)),
                    colon < 0 ? Optional.empty() : Optional.of(DetectorText.id(text.substring(colon + 1))));
        }
    }

    /** When a trial has fooled, and how a victim's confidence is set. */
    public record Values(double tau, double kappa, double beta) {

        /** What the lab starts with. */
        public static final Values USUAL = new Values(Defaults.TAU, Defaults.KAPPA, Defaults.WITHOUT_GAMMA);
    }

    /** How long is tried. */
    public record Effort(int steps, int trials, long seed) {

        /** What the lab starts with. */
        public static final Effort USUAL = new Effort(1000, 1, 1);
    }

    public FoolingState {
        victims = List.copyOf(victims);
    }

    /** The state as words. */
    public LabState state() {
        return new StateWriter(LAB)
                .raw("victims", texts(victims), texts(FIRST))
                .word("protocol", protocol, PROTOCOLS.get(0))
                .word("start", start.id(), GeneratorStart.GREY.id())
                .word("target", target.map(String::valueOf).orElse(ALL), Integer.toString(USUAL_TARGET))
                .number("tau", values.tau(), Values.USUAL.tau())
                .number("kappa", values.kappa(), Values.USUAL.kappa())
                .number("beta", values.beta(), Values.USUAL.beta())
                .whole("steps", effort.steps(), Effort.USUAL.steps())
                .whole("trials", effort.trials(), Effort.USUAL.trials())
                .whole("seed", effort.seed(), Effort.USUAL.seed())
                .state();
    }

    private static String texts(List<Victim> victims) {
        return victims.stream().map(Victim::text).collect(Collectors.joining(","));
    }

    /** The settings of a state of this lab. */
    public static Told<FoolingState> read(LabState state) {
        StateReader reader = new StateReader(state);
        FoolingState read = new FoolingState(
                reader.read("victims", FoolingState::victims, FIRST),
                reader.word("protocol", RingsState.same(PROTOCOLS), PROTOCOLS.get(0)),
                reader.read("start", text -> GeneratorStart.named(StateReader.decoded(text)), GeneratorStart.GREY),
                reader.read("target", FoolingState::target, Optional.of(USUAL_TARGET)),
                new Values(
                        reader.number("tau", ConfidenceSettings.TAU, Values.USUAL.tau()),
                        reader.number("kappa", Calibration.ByKappa.KAPPA, Values.USUAL.kappa()),
                        reader.number("beta", ConfidenceSettings.BETA, Values.USUAL.beta())),
                new Effort(
                        (int) reader.whole("steps", 1, FoolingSettings.MOST_STEPS, Effort.USUAL.steps()),
                        (int) reader.whole("trials", 1, MOST_TRIALS, Effort.USUAL.trials()),
                        reader.seed("seed", Effort.USUAL.seed())));
        return new Told<>(read, reader.remarks());
    }

    private static Optional<Integer> target(String text) {
        return text.equals(ALL) ? Optional.empty() : Optional.of((int) StateReader.whole(text, 0, MOST_CLASSES - 1));
    }

    private static List<Victim> victims(String text) {
        List<String> names = StateValue.parts(text, ',');
        if (names.isEmpty() || names.size() > MOST_VICTIMS) {
            throw new IllegalArgumentException("expected 1 to " + MOST_VICTIMS + " victims, but found " + names.size());
        }
        return names.stream().map(Victim::read).toList();
    }
}
