package org.penumbra.command.fool;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.penumbra.archive.OriginalImages;
import org.penumbra.archive.ShippedAnswers;
import org.penumbra.command.console.CommandFailure;
import org.penumbra.command.console.Console;
import org.penumbra.command.console.OutputFolder;
import org.penumbra.command.option.DataOption;
import org.penumbra.confidence.Population;
import org.penumbra.confidence.TopAnswers;
import org.penumbra.data.DataException;
import org.penumbra.data.image.ClassNames;
import org.penumbra.data.image.ImageData;
import org.penumbra.detector.Fitted;
import org.penumbra.detector.model.ModelDetectors;
import org.penumbra.fooling.FoolingRun;
import org.penumbra.fooling.Trial;
import org.penumbra.fooling.victim.ImageVictim;
import org.penumbra.live.engine.StopSignal;
import org.penumbra.net.image.ImageAnswers;
import org.penumbra.net.image.ImageClassifier;
import org.penumbra.net.image.ImageSettings;

/** Makes an attack on an image model. Ctrl-C ends it early; what was found until then is told. */
final class FoolRun {

    private final Console console;
    private final FoolOptions options;
    private final DataOption data;

    FoolRun(Console console, FoolOptions options, DataOption data) {
        this.console = console;
        this.options = options;
        this.data = data;
    }

    /**
     * Does it all. Progress goes to standard error.
     *
     * @param folder for the pictures, or null for none
     */
    FoolReport run(FoolPlan plan, OutputFolder folder) {
        try (ImageClassifier network = plan.model().network();
                ImageVictim victim = new ImageVictim(network, fitted(plan))) {
            options.check(
                    plan.detector() == null ? plan.name() : plan.detector().id(), victim);
            return attacked(plan, folder, victim, accuracy(plan, network));
        }
    }

    private static Fitted fitted(FoolPlan plan) {
        return plan.detector() == null
                ? ModelDetectors.of(plan.model(), plan.confidence())
                : plan.detector().fitted();
    }

    private FoolReport attacked(FoolPlan plan, OutputFolder folder, ImageVictim victim, FoolReport.Accuracy accuracy) {
        // Not before: while images are read there is nothing to keep, and the program may end at once.
        try (StopSignal stop = new StopSignal()) {
            FoolingRun run = plan.attack().start(victim, plan.settings());
            long start = System.nanoTime();
            boolean complete = go(run, stop);
            double seconds = (System.nanoTime() - start) / 1e9;
            List<Trial> trials = run.trials();
            List<Path> files = folder == null ? List.of() : write(folder, trials, plan);
            return FoolReport.of(
                    plan,
                    trials,
                    accuracy,
                    new FoolReport.Effort(complete, seconds, run.evaluations()),
                    files.stream().map(Path::toString).toList());
        }
    }

    private List<Path> write(OutputFolder folder, List<Trial> trials, FoolPlan plan) {
        List<Path> files = new FoolPictures(folder).write(trials, plan.settings());
        int removed = folder.finish();
        if (removed > 0) {
            console.err().println("Removed from " + folder.path() + ": " + removed + " files of an earlier run.");
        }
        return files;
    }

    private boolean go(FoolingRun run, StopSignal stop) {
        try (FoolDisplay display = FoolDisplay.on(console, run)) {
            do {
                if (stop.requested()) {
                    return false;
                }
                display.show(run);
            } while (run.step());
            display.show(run);
        }
        return true;
    }

    /** The accuracy at the same tau and alpha, as what an attack meets must be weighed against what answers are lost. */
    private FoolReport.Accuracy accuracy(FoolPlan plan, ImageClassifier network) {
        if (plan.detector() != null) {
            console.err()
                    .println("The accuracy with this detector is not told here; \"penumbra evaluate " + plan.name()
                            + " --unknown noise --detector " + plan.detector().called() + "\" tells it.");
            return null;
        }
        if (plan.confidence().beta() > 0) {
            console.err()
                    .println(
                            "The accuracy is not told, as that of test images with Gamma is not known; it is with --beta 0.");
            return null;
        }
        Optional<Population> known = ShippedAnswers.of(plan.name()).stream()
                .filter(population -> population.name().equals(Population.TEST))
                .findFirst();
        OriginalImages original = new OriginalImages(plan.model().trainingImages(), data.home());
        boolean own = plan.model().trainingImages().identity().isOwn()
                && original.folder().isPresent();
        if (known.isEmpty() && data.folder() == null && !own) {
            console.err()
                    .println(
                            "The accuracy is not told, as this model brings no answers to test images; it is with --data DIR.");
            return null;
        }
        Optional<Population> measured = known.isPresent() ? known : measured(plan, network, original);
        return measured.map(test -> accuracy(plan, test)).orElse(null);
    }

    private static FoolReport.Accuracy accuracy(FoolPlan plan, Population test) {
        double alpha = plan.confidence().alpha();
        return new FoolReport.Accuracy(
                test.title(),
                test.answers().count(),
                test.answers().accuracy(plan.settings().tau(), alpha),
                test.answers().accepted(plan.settings().tau(), alpha));
    }

    /** Empty where the model's own images are found and cannot be measured: nobody asked for that, and it is told. */
    private Optional<Population> measured(FoolPlan plan, ImageClassifier network, OriginalImages original) {
        ImageData set;
        try {
            set = original.read("\"penumbra evaluate " + plan.name() + " --images DIR\" measures it on others");
        } catch (DataException unusable) {
            if (data.folder() != null) {
                throw unusable;
            }
            console.err().println("The accuracy is not told: " + unusable.getMessage());
            return Optional.empty();
        }
        ClassNames.Match match = new ClassNames(plan.model().classes())
                .match(set.ofSide(ImageSettings.SIDE).test(), set.classes());
        if (!match.isWhole()) {
            throw new CommandFailure("the classes of " + set.title() + " are " + String.join(", ", set.classes())
                    + ", but the model knows " + String.join(", ", plan.model().classes())
                    + "; leave out --data, or name the folder of its own images");
        }
        set.notes().forEach(console.err()::println);
        return Optional.of(new Population(
                Population.TEST,
                set.title() + " test images",
                TopAnswers.of(ImageAnswers.of(network, match.images()), true)));
    }
}
