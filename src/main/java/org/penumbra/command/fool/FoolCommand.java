package org.penumbra.command.fool;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.penumbra.command.console.Console;
import org.penumbra.command.console.OutputFolder;
import org.penumbra.command.option.AlphaOptions;
import org.penumbra.command.option.DataOption;
import org.penumbra.command.option.ForceOption;
import org.penumbra.command.option.GivenModel;
import org.penumbra.command.option.NamedDetector;
import org.penumbra.command.option.Ranges;
import org.penumbra.confidence.Calibration;
import org.penumbra.confidence.ConfidenceSettings;
import org.penumbra.confidence.Defaults;
import org.penumbra.data.MachineMemory;
import org.penumbra.fooling.FoolingSettings;
import org.penumbra.net.image.ImageModel;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tries to fool an image model, and prints how often that worked as one JSON object. */
@Command(
        name = "fool",
        description = {
            "Makes images that are none of a model's classes and tries to have them answered with a score of at least tau.",
            "Protocols: \"paper\" moves a fooling generator network by gradient descent, \"strong\" by Adam; \"evolution\" needs no "
                    + "gradient. All of them attack the scaled outputs y~ = c~ y of an autoencoder, the confidence included.",
            "Prints one JSON object to standard output: the share of trials that fooled the model, their steps, the same for each "
                    + "target, the best scores of the others, the settings, and the accuracy on test images at the same tau and alpha. "
                    + "Progress goes to standard error."
        },
        footer = {
            "",
            "For example: penumbra fool mnist-cnn --trials 1 --targets 3 --out three",
            "             penumbra fool mnist-dae-sym --protocol strong --tau 0.99"
        })
public final class FoolCommand implements Callable<Integer> {

    private final Console console;

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "MODEL",
            description = "A model that ships (see: penumbra presets), a file, or a network of DL4J.")
    private String model;

    @Mixin
    private FoolOptions options;

    @Mixin
    private AlphaOptions alpha;

    @Option(
            names = "--beta",
            paramLabel = "B",
            description =
                    "Let Gamma count, too, with this sensitivity to positive curvature, at least 0. It is left out "
                            + "unless told otherwise, which makes the attack no harder.")
    private Double beta;

    @Option(
            names = "--detector",
            paramLabel = "NAME|FILE",
            description = "Attack the model with another detector than its own: " + NamedDetector.HELP
                    + ". One without a gradient is " + "attacked by evolution.")
    private String detector;

    @Mixin
    private DataOption data;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Also write each trial's best image as a PNG file into this "
                    + "folder, all of them in one picture (" + FoolPictures.SHEET + ") and a table ("
                    + FoolPictures.TABLE
                    + "). Those of an earlier run there are replaced; fool.sha256 lists what was written, "
                    + "for \"sha256sum -c\", and is there only while all of it is.")
    private Path out;

    @Mixin
    private ForceOption force;

    public FoolCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws JsonProcessingException {
        options.check();
        alpha.check();
        if (beta != null) {
            Ranges.require(
                    spec,
                    "--beta",
                    ConfidenceSettings.BETA.contains(beta),
                    ConfidenceSettings.BETA.expectation(),
                    beta);
        }
        ImageModel loaded = GivenModel.load(model, console);
        ConfidenceSettings confidence = confidence(loaded, options.tau());
        NamedDetector named = detector == null
                ? null
                : NamedDetector.of(detector, new NamedDetector.Model(model, loaded, confidence));
        if (named != null) {
            options.suit(named);
        }
        FoolingSettings settings = options.settings(loaded.classes());
        FoolPlan plan = new FoolPlan(
                model, loaded, options.protocol(), options.attack(), settings, confidence, kappa(loaded), named);
        FoolReport report = run(plan);
        console.out()
                .println(new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(report));
        return report.complete() ? 0 : Console.STOPPED;
    }

    private FoolReport run(FoolPlan plan) {
        FoolMemory.check(plan, out != null, MachineMemory.ofProcess()).ifPresent(console.err()::println);
        FoolRun run = new FoolRun(console, options, data);
        if (out == null) {
            return run.run(plan, null);
        }
        try (OutputFolder folder = OutputFolder.prepare(out, FoolPictures.NAMES, force.given())) {
            return run.run(plan, folder);
        }
    }

    private ConfidenceSettings confidence(ImageModel loaded, double tau) {
        if (!loaded.doubts()) {
            alpha.refuse(model, beta == null ? null : "--beta");
            return new ConfidenceSettings(0, 0, tau);
        }
        return new ConfidenceSettings(
                alpha.alpha(model, loaded, tau), beta == null ? Defaults.WITHOUT_GAMMA : beta, tau);
    }

    private Double kappa(ImageModel loaded) {
        return loaded.doubts() && alpha.calibration() instanceof Calibration.ByKappa by ? by.kappa() : null;
    }
}
