package org.penumbra.command.fool;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.penumbra.command.option.NamedDetector;
import org.penumbra.command.option.Ranges;
import org.penumbra.confidence.ConfidenceSettings;
import org.penumbra.confidence.Defaults;
import org.penumbra.fooling.Attack;
import org.penumbra.fooling.EvolutionAttack;
import org.penumbra.fooling.FoolingSettings;
import org.penumbra.fooling.GradientAttack;
import org.penumbra.fooling.descent.AdamDescent;
import org.penumbra.fooling.descent.GeneratorStart;
import org.penumbra.fooling.descent.PlainDescent;
import org.penumbra.fooling.encoding.CppnEncoding;
import org.penumbra.fooling.encoding.DirectEncoding;
import org.penumbra.fooling.encoding.Encoding;
import org.penumbra.fooling.victim.Threshold;
import org.penumbra.fooling.victim.Victim;
import picocli.CommandLine.Help.Visibility;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What "penumbra fool" attempts, and how. */
final class FoolOptions {

    private static final String PAPER = "paper";
    private static final String STRONG = "strong";
    private static final String EVOLUTION = "evolution";
    private static final List<Encoding<?>> ENCODINGS = List.of(new DirectEncoding(), new CppnEncoding());
    private static final String ALL = "all";
    private static final int GRADIENT_STEPS = 10_000;
    private static final int GENERATIONS = 1000;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--protocol",
            paramLabel = "paper|strong|evolution",
            description = "paper: gradient descent. strong: Adam. evolution: mutation and selection. " + PAPER
                    + " unless told otherwise, and evolution where the detector has no gradient.")
    private String protocol;

    /** What stands where nobody chose a protocol. */
    private String usual = PAPER;

    @Option(
            names = "--targets",
            paramLabel = "all|CLASS",
            split = ",",
            defaultValue = ALL,
            showDefaultValue = Visibility.ALWAYS,
            description = "The classes to be faked, by number or name; the trials take turns.")
    private List<String> targets;

    @Option(
            names = "--trials",
            paramLabel = "N",
            defaultValue = "200",
            showDefaultValue = Visibility.ALWAYS,
            description = "Independent trials, 1 to " + FoolingSettings.MOST_TRIALS + ".")
    private int trials;

    @Option(
            names = "--tau",
            paramLabel = "T",
            description = "A trial succeeds when the target's score reaches this; above 0, up to 1. " + Defaults.TAU
                    + " unless told otherwise. A detector with a scale of its own has a threshold of its own.")
    private Double tau;

    @Option(
            names = "--max-steps",
            paramLabel = "N",
            description = "Steps after which a trial has failed; " + GRADIENT_STEPS
                    + " unless told otherwise. For evolution generations of " + EvolutionAttack.CHILDREN
                    + " images each, " + GENERATIONS
                    + " unless told otherwise.")
    private Integer mostSteps;

    @Option(
            names = "--learning-rate",
            paramLabel = "R",
            description = "Of paper (unless told otherwise " + GeneratorStart.GREY_RATE + " from grey, "
                    + GeneratorStart.NOISE_RATE + " from noise) or strong (" + GradientAttack.STRONG_RATE + ").")
    private Double learningRate;

    @Option(
            names = "--start",
            paramLabel = "grey|noise",
            description = "Of paper and strong: how the generator starts, and so what its first image looks like. "
                    + "grey: nearly the same grey all over. noise: every pixel on its own, as the paper's figures "
                    + "suggest. grey unless told otherwise.")
    private String start;

    @Option(
            names = "--encoding",
            paramLabel = "direct|cppn",
            description = "Of evolution: \"direct\", each pixel on its own, "
                    + "or \"cppn\", images painted by small networks. direct unless told otherwise.")
    private String encoding;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            showDefaultValue = Visibility.ALWAYS,
            description = "Of the trials' random numbers.")
    private long seed;

    /** Refuses values outside their range, and options that do not go together. */
    void check() {
        Ranges.require(
                spec,
                "--protocol",
                List.of(PAPER, STRONG, EVOLUTION).contains(protocol()),
                "paper, strong or evolution",
                protocol());
        Ranges.check(spec, "--trials", trials, 1, FoolingSettings.MOST_TRIALS);
        Ranges.require(spec, "--tau", ConfidenceSettings.TAU.contains(tau()), "a number above 0 and up to 1", tau());
        if (mostSteps != null) {
            Ranges.check(spec, "--max-steps", mostSteps, 1, FoolingSettings.MOST_STEPS);
        }
        if (encoding != null && !protocol().equals(EVOLUTION)) {
            throw wrong("--encoding: only --protocol evolution has one; leave it out");
        }
        if (encoding != null) {
            Ranges.require(
                    spec,
                    "--encoding",
                    ENCODINGS.stream().anyMatch(known -> known.id().equals(encoding)),
                    "direct or cppn",
                    encoding);
        }
        if (start != null) {
            if (protocol().equals(EVOLUTION)) {
                throw wrong("--start: evolution moves no generator; leave it out, or take --protocol paper or strong");
            }
            Ranges.require(
                    spec,
                    "--start",
                    Stream.of(GeneratorStart.values())
                            .anyMatch(known -> known.id().equals(start)),
                    "grey or noise",
                    start);
        }
        if (learningRate != null) {
            if (protocol().equals(EVOLUTION)) {
                throw wrong("--learning-rate: evolution has none; leave it out");
            }
            Ranges.require(
                    spec,
                    "--learning-rate",
                    learningRate > 0 && Double.isFinite(learningRate),
                    "a finite number above 0",
                    learningRate);
        }
    }

    /** The name of the protocol. */
    String protocol() {
        return protocol == null ? usual : protocol;
    }

    /** The threshold of scores. */
    double tau() {
        return tau == null ? Defaults.TAU : tau;
    }

    /** Takes evolution for a detector without a gradient where nobody chose a protocol, and refuses a tau of no account. */
    void suit(NamedDetector detector) {
        if (!detector.fitted().hasGradient() && protocol == null) {
            if (learningRate != null) {
                throw wrong("--learning-rate: " + detector.id()
                        + " has no gradient, so it is attacked by evolution, which has none; leave it out");
            }
            if (start != null) {
                throw wrong("--start: " + detector.id()
                        + " has no gradient, so it is attacked by evolution, which moves no generator; leave it out");
            }
            usual = EVOLUTION;
        }
        Threshold own = Threshold.of(detector.fitted().about(), tau());
        if (tau != null && !own.ofScore()) {
            throw wrong("--tau: " + detector.id() + " measures on a scale of its own and has the threshold "
                    + own.value() + "; leave the option out");
        }
    }

    /** The attack. */
    Attack attack() {
        return switch (protocol()) {
            case PAPER -> new GradientAttack(new PlainDescent(rate(start().paperRate())), start());
            case STRONG -> new GradientAttack(new AdamDescent(rate(GradientAttack.STRONG_RATE)), start());
            default -> EvolutionAttack.of(encoding());
        };
    }

    /** Refuses a victim that the protocol can do nothing with. */
    void check(String model, Victim victim) {
        if (attack().needsGradient() && !victim.hasGradient()) {
            throw wrong("--protocol: " + model + " has no gradient, which " + protocol() + " follows; take evolution");
        }
    }

    private GeneratorStart start() {
        return start == null ? GeneratorStart.GREY : GeneratorStart.named(start);
    }

    private double rate(double usual) {
        return learningRate == null ? usual : learningRate;
    }

    private Encoding<?> encoding() {
        return ENCODINGS.stream()
                .filter(known -> known.id().equals(encoding))
                .findFirst()
                .orElse(ENCODINGS.get(0));
    }

    /**
     * What the trials attempt.
     *
     * @param classes names of the model's classes
     */
    FoolingSettings settings(List<String> classes) {
        int most = mostSteps != null ? mostSteps : protocol().equals(EVOLUTION) ? GENERATIONS : GRADIENT_STEPS;
        return new FoolingSettings(targets(classes), trials, tau(), most, seed);
    }

    private List<Integer> targets(List<String> classes) {
        if (targets.equals(List.of(ALL))) {
            return IntStream.range(0, classes.size()).boxed().toList();
        }
        List<Integer> numbers = new ArrayList<>();
        for (String target : targets) {
            int number = classes.contains(target) ? classes.indexOf(target) : number(target);
            if (number < 0 || number >= classes.size()) {
                throw wrong("--targets: expected \"" + ALL + "\", or classes of the model by number (0 to "
                        + (classes.size() - 1) + ") or name (" + String.join(", ", classes) + "), but got \"" + target
                        + "\"");
            }
            if (numbers.contains(number)) {
                throw wrong("--targets: expected each class once, but \"" + target + "\" came again");
            }
            numbers.add(number);
        }
        return numbers;
    }

    /** A class number, or -1 for what is none. */
    private static int number(String text) {
        return text.matches("\\d{1,4}") ? Integer.parseInt(text) : -1;
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
