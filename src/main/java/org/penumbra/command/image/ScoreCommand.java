package org.penumbra.command.image;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.penumbra.command.console.Console;
import org.penumbra.command.option.AlphaOptions;
import org.penumbra.command.option.FitOption;
import org.penumbra.command.option.GammaChoice;
import org.penumbra.command.option.GivenModel;
import org.penumbra.command.option.GuestFacts;
import org.penumbra.command.option.NamedDetector;
import org.penumbra.command.option.Ranges;
import org.penumbra.confidence.Calibration;
import org.penumbra.confidence.ConfidenceSettings;
import org.penumbra.confidence.Defaults;
import org.penumbra.data.ink.Fit;
import org.penumbra.data.ink.PictureException;
import org.penumbra.detector.Fitted;
import org.penumbra.detector.catalogue.Detectors;
import org.penumbra.detector.model.ModelDetectors;
import org.penumbra.net.image.ImageModel;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Answers for pictures with a trained model, or says "unknown" and why. */
@Command(
        name = "score",
        description = {
            "Answers for pictures with a trained image model: which class, how sure, and whether to trust it.",
            "The score is y~ = c~ y, with c~ = exp(-alpha / 784 * ||r(x) - x||), times Gamma where --gamma asks for it. Where it "
                    + "stays below tau, the answer is \"unknown\". A model without a decoder (cnn, cool) has no confidence; then y "
                    + "alone is held against tau.",
            "A picture that cannot be used gets one line on standard error; the others are still scored, and the exit code is 1."
        },
        footer = {"", "For example: penumbra score mnist-dae-sym 3.png 7.jpg --gamma exact"})
public final class ScoreCommand implements Callable<Integer> {

    private static final String ALL = "all";

    private final Console console;

    @Spec
    private CommandSpec spec;

    @Mixin
    private DigitPictures pictures;

    @Parameters(
            index = "0",
            paramLabel = "MODEL",
            description = "A model that ships, a file written by training, or a network of DL4J.")
    private String model;

    @Parameters(
            index = "1..*",
            arity = "1..*",
            paramLabel = "IMAGE",
            description = "Pictures: PNG, JPEG, GIF, BMP, WebP or TIFF.")
    private List<Path> images;

    @Option(
            names = "--tau",
            paramLabel = "T",
            description = "Answer from this score on; above 0, up to 1. " + Defaults.TAU
                    + " unless told otherwise, and for a --detector the one that is usual for it.")
    private Double tau;

    @Option(
            names = "--detector",
            paramLabel = "NAME|FILE",
            description = "Also ask " + NamedDetector.HELP + "; several by repeating it, or \"" + ALL
                    + "\" for all that there are. Each says its verdict with its reason.")
    private List<String> detectors = List.of();

    @Mixin
    private AlphaOptions alpha;

    @Option(
            names = "--gamma",
            paramLabel = "exact|K",
            converter = GammaChoice.Converter.class,
            description = "Compute the "
                    + "curvature, too: exactly, or estimated with K random probes, which tells its standard error.")
    private GammaChoice gamma;

    @Option(
            names = "--beta",
            paramLabel = "B",
            description = "Sensitivity to the curvature that --gamma computes, at least 0; " + (int) Defaults.BETA
                    + " unless told otherwise.")
    private Double beta;

    @Option(
            names = "--json",
            description = "As a JSON array with an object for each picture: " + PictureScore.KEYS
                    + ". What does not apply is null.")
    private boolean json;

    private Optional<GuestFacts> guest = Optional.empty();

    public ScoreCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws JsonProcessingException {
        check();
        ImageModel loaded = GivenModel.load(model, console);
        Fit trained = loaded.trainingImages().fit();
        ConfidenceSettings settings = settings(loaded);
        Fitted fitted = ModelDetectors.of(loaded, settings);
        List<NamedDetector> others = others(new NamedDetector.Model(model, loaded, settings));
        List<PictureScore> scores = new ArrayList<>();
        guest = GuestFacts.of(model, loaded);
        if (!json) {
            guest.ifPresent(facts -> console.out().println(taken(facts)));
            console.out().println(heading(loaded, fitted, settings));
        }
        try (PictureScorer scorer = new PictureScorer(loaded, fitted, tau(), gamma, others, tau)) {
            images.forEach(image -> scores.add(score(scorer, image, settings, trained)));
        }
        if (json) {
            console.out()
                    .println(new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(scores));
        }
        return scores.stream().allMatch(score -> score.problem() == null) ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private PictureScore score(PictureScorer scorer, Path image, ConfidenceSettings settings, Fit trained) {
        float[] pixels;
        try {
            pixels = pictures.read(image, trained);
        } catch (PictureException unusable) {
            console.complain(unusable.getMessage());
            return PictureScore.unusable(image.toString(), pictures.fit(trained), unusable.getMessage())
                    .of(guest.orElse(null));
        }
        PictureAnswer answer = scorer.answer(image.toString(), pixels);
        if (!json) {
            console.out().println(answer.inWords());
            answer.detectors()
                    .forEach(other -> console.out()
                            .println("    "
                                    + other.inWords(Detectors.kind(other.detector())
                                            .about()
                                            .name())));
        }
        return PictureScore.of(answer, pictures.fit(trained), settings).of(guest.orElse(null));
    }

    private double tau() {
        return tau == null ? Defaults.TAU : tau;
    }

    private List<NamedDetector> others(NamedDetector.Model of) {
        return detectors.contains(ALL)
                ? NamedDetector.all(of)
                : detectors.stream().map(named -> NamedDetector.of(named, of)).toList();
    }

    private void check() {
        pictures.check();
        Ranges.require(spec, "--tau", ConfidenceSettings.TAU.contains(tau()), "a number above 0 and up to 1", tau());
        alpha.check();
        if (beta != null && gamma == null) {
            throw wrong("--beta: it weighs the curvature, which is computed with --gamma exact or --gamma K only");
        }
        if (beta != null) {
            Ranges.require(
                    spec,
                    "--beta",
                    ConfidenceSettings.BETA.contains(beta),
                    ConfidenceSettings.BETA.expectation(),
                    beta);
        }
    }

    private ConfidenceSettings settings(ImageModel loaded) {
        if (!loaded.doubts()) {
            alpha.refuse(model, gamma == null ? null : "--gamma");
            return new ConfidenceSettings(0, 0, tau());
        }
        double curvature = gamma == null ? Defaults.WITHOUT_GAMMA : beta == null ? Defaults.BETA : beta;
        return new ConfidenceSettings(alpha.alpha(model, loaded, tau()), curvature, tau());
    }

    private String heading(ImageModel loaded, Fitted fitted, ConfidenceSettings settings) {
        if (!loaded.doubts()) {
            return model + " has no decoder, so there is no confidence: y alone is held against tau " + tau() + " ("
                    + fitted.about().name() + "). "
                    + reading(loaded.trainingImages().fit()) + ".";
        }
        String found = alpha.calibration() instanceof Calibration.ByKappa by
                ? String.format(
                        Locale.ROOT,
                        " (kappa %s; 99 %% of the held-out images have errors up to %.3f)",
                        by.kappa(),
                        loaded.heldOutErrors()[ImageModel.INDEX_OF_99])
                : "";
        return String.format(
                Locale.ROOT,
                "%s. %s: tau %s, alpha %.3f%s%s",
                reading(loaded.trainingImages().fit()),
                model,
                tau(),
                settings.alpha(),
                found,
                gamma == null ? "; Gamma is left out" : ", beta " + settings.beta());
    }

    private static String taken(GuestFacts facts) {
        return facts.file() + " is a network of DL4J. It is given images as " + facts.layout() + ", pixels "
                + facts.pixels() + "; \"penumbra guest " + facts.file() + "\" corrects that.";
    }

    /** How pictures are read, and whether the model has learnt such ones. */
    private String reading(Fit trained) {
        Fit fit = pictures.fit(trained);
        return "Each picture is " + fit.words()
                + (fit == trained ? "" : " (the model was trained with " + FitOption.NAME + " " + trained.id() + ")");
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
