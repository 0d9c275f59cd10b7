package org.penumbra.experiment.openset;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import org.penumbra.data.Seeds;
import org.penumbra.data.image.ImageData;
import org.penumbra.data.image.ImageSet;
import org.penumbra.data.image.SomeClasses;
import org.penumbra.detector.metric.OpenSetCurve;
import org.penumbra.detector.metric.Separation;
import org.penumbra.experiment.CellWatcher;
import org.penumbra.experiment.ExperimentSettings;
import org.penumbra.experiment.Workshop;
import org.penumbra.experiment.measure.CellRecipe;
import org.penumbra.experiment.measure.PlainFigures;
import org.penumbra.experiment.measure.TrainedInCell;

/**
 * The work of one cell of {@link OneClass}.
 *
 * @param steps of the training, about
 */
record OneClassWork(ExperimentSettings settings, OneClass.Place place, int steps) {

    /** Places of a ROC: shares of unknown images that are accepted, from 0 to 1. */
    static final int ROC_STEPS = 50;

    /**
     * Corruption of each pixel. It is far more than the autoencoders that also classify have: with 400 units for one digit a
     * network that was shown little noise copies strokes and gives back other digits well, too.
     */
    static final double SIGMA = 1;

    private static final double TRAINED = 0.7;

    ObjectNode run(Workshop workshop, CellWatcher watcher) {
        watcher.at(0);
        ImageData whole = place.data().images(workshop);
        String name = whole.classes().get(place.label());
        TrainedInCell trained = TrainedInCell.on(
                new SomeClasses(List.of(name)).of(whole),
                CellRecipe.autoencoder(steps, SIGMA, 0),
                Seeds.item(new Seeds(settings.seed()).weights(), place.repeat()),
                settings.lanes(),
                // So few steps leave many a decoder where it began, whatever its weights.
                settings.quick() ? 1 : TrainedInCell.USUAL_TRAININGS,
                watcher.part(0, TRAINED));
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        result.put("class", name);
        result.put("steps", trained.steps());
        result.put("trainings", trained.trainings());
        result.put("collapsed", trained.collapsed());
        ImageSet test = whole.test();
        OneClassRankings rankings = OneClassRankings.of(settings, trained, test, watcher.part(TRAINED, 1));
        ObjectNode refused = result.putObject("refused");
        rankings.refused().forEach(refused::put);
        ObjectNode measured = result.putObject("measured");
        for (OneClassRow row : OneClassRow.ALL) {
            rankings.of(row).ifPresent(ranking -> measure(measured.putObject(row.id()), ranking, test.labels()));
        }
        return result;
    }

    private void measure(ObjectNode into, double[] ranking, int[] labels) {
        double[] known = some(ranking, labels, true);
        double[] unknown = some(ranking, labels, false);
        Separation separation = new Separation(known, unknown);
        PlainFigures.put(into, "auroc", separation.auroc());
        PlainFigures.put(
                into,
                "fpr95",
                separation.unknownAcceptedWhere95PercentOfKnownAre().rate());
        if (Double.isFinite(separation.auroc())) {
            boolean[] right = new boolean[known.length];
            Arrays.fill(right, true);
            ArrayNode roc = into.putArray("roc");
            Arrays.stream(roc(OpenSetCurve.of(known, right, unknown))).forEach(roc::add);
        }
    }

    private double[] some(double[] ranking, int[] labels, boolean known) {
        double[] some = new double[ranking.length];
        int count = 0;
        for (int i = 0; i < ranking.length; i++) {
            if (labels[i] == place.label() == known) {
                some[count++] = ranking[i];
            }
        }
        return Arrays.copyOf(some, count);
    }

    /** The share of known images that is accepted where so many of the unknown ones are, at even steps, straight between thresholds. */
    static double[] roc(OpenSetCurve curve) {
        double[] values = new double[ROC_STEPS + 1];
        int at = 0;
        for (int step = 0; step <= ROC_STEPS; step++) {
            double x = (double) step / ROC_STEPS;
            while (at + 1 < curve.unknownAccepted().length && curve.unknownAccepted()[at + 1] <= x) {
                at++;
            }
            double y = curve.knownRight()[at];
            if (at + 1 < curve.unknownAccepted().length) {
                double from = curve.unknownAccepted()[at];
                double to = curve.unknownAccepted()[at + 1];
                y += (curve.knownRight()[at + 1] - y) * (x - from) / (to - from);
            }
            values[step] = y;
        }
        return values;
    }
}
