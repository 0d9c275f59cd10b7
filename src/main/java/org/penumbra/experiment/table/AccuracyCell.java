package org.penumbra.experiment.table;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.penumbra.archive.ShippedAnswers;
import org.penumbra.confidence.Calibration;
import org.penumbra.confidence.ConfidenceSettings;
import org.penumbra.confidence.Defaults;
import org.penumbra.confidence.Population;
import org.penumbra.confidence.TopAnswers;
import org.penumbra.data.image.ImageSet;
import org.penumbra.detector.Fitted;
import org.penumbra.detector.Opinion;
import org.penumbra.experiment.Cell;
import org.penumbra.experiment.CellWatcher;
import org.penumbra.experiment.ExperimentSettings;
import org.penumbra.experiment.Workshop;
import org.penumbra.fooling.victim.Threshold;
import org.penumbra.net.Evidence;
import org.penumbra.net.image.ImageClassifier;
import org.penumbra.net.image.ImageModel;
import org.penumbra.net.image.ImageSettings;

/**
 * How many test images a row answers right with a score of at least tau: at tau 0, 90 and 99 %, or at a threshold of its own.
 * What a model answered to them ships with it, so that this needs no images; what a detector makes of them has to be measured.
 *
 * @param row  whose accuracy
 * @param data the data set of its test images
 */
record AccuracyCell(TableRow row, String data) implements TableCell {

    /** Images that are answered at once. */
    private static final int CHUNK = 2000;

    private static final double SHIPPED_SECONDS = 0.2;
    private static final double MEASURED_SECONDS = 3;

    static String id(TableRow row) {
        return "accuracy-" + row.id();
    }

    /** Whether it takes the images, as the answers do not ship. */
    boolean measures() {
        return row.judge() instanceof TableRow.Shipped || !ShippedAnswers.holds(row.model());
    }

    @Override
    public Cell cell() {
        return new Cell(id(row), row.name(), "accuracy", measures() ? MEASURED_SECONDS : SHIPPED_SECONDS);
    }

    @Override
    public ObjectNode run(ExperimentSettings settings, Workshop workshop, CellWatcher watcher) {
        watcher.at(0);
        ImageModel model = workshop.model(row.model());
        return measures() ? measured(model, workshop, watcher) : shipped(model);
    }

    private ObjectNode shipped(ImageModel model) {
        TopAnswers test = ShippedAnswers.of(row.model(), model).stream()
                .filter(population -> population.name().equals(Population.TEST))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalStateException(row.model() + " ships with answers, but to no test images"))
                .answers();
        List<Double> shares = new ArrayList<>();
        shares.add(test.accuracy(0, 0));
        for (double tau : TableExperiment.TAUS) {
            shares.add(test.accuracy(tau, alpha(model, tau)));
        }
        return result(test.count(), shares);
    }

    /** 0 where the error does not count. */
    private double alpha(ImageModel model, double tau) {
        return row.judge() instanceof TableRow.Own own && model.doubts()
                ? new Calibration.ByKappa(own.kappa())
                        .of(model, Defaults.WITHOUT_GAMMA, tau)
                        .alpha()
                : new ConfidenceSettings(0, 0, tau).alpha();
    }

    private ObjectNode measured(ImageModel model, Workshop workshop, CellWatcher watcher) {
        ImageSet images = workshop.data(data).ofSide(ImageSettings.SIDE).test();
        List<Fitted> judges = judges(model);
        Set<Evidence.Part> parts = EnumSet.noneOf(Evidence.Part.class);
        judges.forEach(judge -> parts.addAll(judge.needs()));
        int[] right = new int[row.ofScore() ? 1 + judges.size() : 1];
        try (ImageClassifier network = model.network()) {
            for (int from = 0; from < images.count(); from += CHUNK) {
                watcher.at((double) from / images.count());
                int count = Math.min(CHUNK, images.count() - from);
                Evidence evidence = network.evidence(pixels(images, from, count), count, parts);
                for (int j = 0; j < judges.size(); j++) {
                    count(judges.get(j), evidence, images, from, j, right);
                }
            }
        }
        return result(
                images.count(),
                Arrays.stream(right)
                        .mapToObj(number -> (double) number / images.count())
                        .toList());
    }

    private List<Fitted> judges(ImageModel model) {
        return row.ofScore()
                ? TableExperiment.TAUS.stream()
                        .map(tau -> row.fitted(model, tau))
                        .toList()
                : List.of(row.fitted(model, Defaults.TAU));
    }

    private void count(Fitted judge, Evidence evidence, ImageSet images, int from, int which, int[] right) {
        Opinion opinion = judge.judge(evidence);
        double tau = row.ofScore()
                ? TableExperiment.TAUS.get(which)
                : Threshold.of(judge.about(), Defaults.TAU).value();
        for (int i = 0; i < evidence.count(); i++) {
            if (opinion.answer(i) == images.label(from + i)) {
                right[0] += row.ofScore() && which == 0 ? 1 : 0;
                right[row.ofScore() ? which + 1 : 0] += opinion.acceptance()[i] >= tau ? 1 : 0;
            }
        }
    }

    private static float[] pixels(ImageSet images, int from, int count) {
        float[] pixels = new float[count * images.pixels()];
        for (int i = 0; i < count; i++) {
            images.copyTo(from + i, pixels, i * images.pixels());
        }
        return pixels;
    }

    private static ObjectNode result(int images, List<Double> shares) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("images", images);
        ArrayNode accuracy = node.putArray("accuracy");
        shares.forEach(accuracy::add);
        return node;
    }
}
