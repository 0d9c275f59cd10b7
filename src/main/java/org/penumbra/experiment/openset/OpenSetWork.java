package org.penumbra.experiment.openset;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.penumbra.confidence.Calibration;
import org.penumbra.confidence.Defaults;
import org.penumbra.data.Seeds;
import org.penumbra.data.image.ImageData;
import org.penumbra.data.image.ImageSet;
import org.penumbra.data.image.SomeClasses;
import org.penumbra.detector.Fitted;
import org.penumbra.detector.metric.OpenSetFigures;
import org.penumbra.detector.model.ModelDetectors;
import org.penumbra.experiment.CellWatcher;
import org.penumbra.experiment.ExperimentSettings;
import org.penumbra.experiment.Workshop;
import org.penumbra.experiment.measure.ClassSubsets;
import org.penumbra.experiment.measure.FittedInCell;
import org.penumbra.experiment.measure.PlainFigures;
import org.penumbra.experiment.measure.TrainedInCell;
import org.penumbra.fitting.DetectorAnswers;
import org.penumbra.fitting.UnknownFigures;
import org.penumbra.net.image.ImageClassifier;
import org.penumbra.net.image.ImageModel;

/**
 * The work of one cell: trains, fits and measures.
 *
 * @param steps     of the training, about
 * @param fitImages training images that detectors are fitted on at most
 */
record OpenSetWork(ExperimentSettings settings, OpenSetPlace place, int steps, int fitImages) {

    /** Shares of the work: a training and the fits behind it. */
    private static final double TRAINED = 0.7;

    private static final double FITTED = 0.9;
    private static final double PERCENT = 100;

    /** A detector that is measured, under a name, at a threshold. */
    private record Measured(String name, Fitted fitted, double tau) {}

    /** The name of a score of probabilities in results: "confidence-at-99". */
    static String at(String id, double tau) {
        return id + "-at-" + Math.round(PERCENT * tau);
    }

    ObjectNode run(Workshop workshop, CellWatcher watcher) {
        watcher.at(0);
        ImageData whole = place.data().images(workshop);
        List<String> classes = new ClassSubsets(whole.classes(), place.count(), settings.seed()).of(place.repeat());
        ImageData some = new SomeClasses(classes).of(whole);
        long seed = Seeds.item(new Seeds(settings.seed()).weights(), place.repeat());
        TrainedInCell trained = TrainedInCell.on(
                some,
                place.network().recipe(steps),
                seed,
                settings.lanes(),
                // So few steps leave many a decoder where it began, whatever its weights.
                settings.quick() ? 1 : TrainedInCell.USUAL_TRAININGS,
                watcher.part(0, TRAINED));
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        classes.forEach(result.putArray("classes")::add);
        result.put("steps", trained.steps());
        result.put("trainings", trained.trainings());
        result.put("collapsed", trained.collapsed());
        try (ImageClassifier network = trained.model().network()) {
            FittedInCell fits = FittedInCell.of(
                    network,
                    trained,
                    place.network().fitted(),
                    fitImages,
                    settings.seed(),
                    watcher.part(TRAINED, FITTED));
            ObjectNode refused = result.putObject("refused");
            fits.refused().forEach(refused::put);
            measure(
                    network,
                    measured(trained.model(), fits),
                    some.test(),
                    unknown(whole, classes),
                    result.putObject("measured"),
                    watcher.part(FITTED, 1));
        }
        return result;
    }

    /** The test images of the classes that were not trained on. */
    private static ImageSet unknown(ImageData whole, List<String> classes) {
        ImageSet test = whole.test();
        return test.chosen(IntStream.range(0, test.count())
                .filter(i -> !classes.contains(whole.classes().get(test.label(i))))
                .toArray());
    }

    private List<Measured> measured(ImageModel model, FittedInCell fits) {
        List<Measured> all = new ArrayList<>();
        for (double tau : place.data().taus()) {
            if (model.doubts()) {
                Fitted confidence = ModelDetectors.of(model, Calibration.standard(), Defaults.WITHOUT_GAMMA, tau);
                all.add(new Measured(at(place.network().own(), tau), confidence, tau));
            }
            Fitted outputs = ModelDetectors.outputs(model);
            all.add(new Measured(at(outputs.about().id(), tau), outputs, tau));
        }
        fits.fitted()
                .forEach((name, fitted) ->
                        all.add(new Measured(name, fitted, fitted.about().usualTau())));
        return all;
    }

    private static void measure(
            ImageClassifier network,
            List<Measured> detectors,
            ImageSet known,
            ImageSet unknown,
            ObjectNode into,
            CellWatcher watcher) {
        List<Fitted> fitted = detectors.stream().map(Measured::fitted).toList();
        double share = (double) known.count() / (known.count() + unknown.count());
        List<DetectorAnswers> ofKnown = FittedInCell.ask(network, fitted, known, watcher.part(0, share));
        List<DetectorAnswers> ofUnknown = FittedInCell.ask(network, fitted, unknown, watcher.part(share, 1));
        int classes = network.shape().classes();
        int[] labels = known.labels();
        for (int i = 0; i < detectors.size(); i++) {
            Measured one = detectors.get(i);
            ObjectNode figures = into.putObject(one.name());
            OpenSetFigures at = UnknownFigures.at(one.tau(), classes, labels, ofKnown.get(i), ofUnknown.get(i));
            PlainFigures.put(figures, "tau", one.tau());
            PlainFigures.put(figures, "accuracy", at.accuracy());
            // Where nothing is unknown, the class "unknown" has no inputs to be right about.
            PlainFigures.put(figures, "macro_f1", unknown.count() == 0 ? at.macroF1OfKnown() : at.macroF1());
            PlainFigures.put(figures, "known_accepted_and_right", at.knownAcceptedAndRight());
            if (unknown.count() > 0) {
                UnknownFigures all = UnknownFigures.of(classes, labels, ofKnown.get(i), ofUnknown.get(i), one.tau());
                PlainFigures.put(figures, "unknown_accepted", all.unknownAccepted());
                PlainFigures.put(figures, "auroc", all.auroc());
                PlainFigures.put(figures, "oscr", all.oscr());
            }
        }
    }
}
