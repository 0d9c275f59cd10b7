package org.penumbra.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.penumbra.confidence.ConfidenceSettings;
import org.penumbra.data.Problem;
import org.penumbra.data.Seeds;
import org.penumbra.data.plane.Grid;
import org.penumbra.detector.Detector;
import org.penumbra.detector.DetectorKind;
import org.penumbra.detector.FitData;
import org.penumbra.detector.FitWatcher;
import org.penumbra.detector.confidence.FittedConfidence;
import org.penumbra.fitting.JudgedPlane;
import org.penumbra.fitting.PlaneDetectors;
import org.penumbra.fitting.PlaneFitData;
import org.penumbra.net.plane.PlaneSetup;
import org.penumbra.net.plane.PlaneTraining;
import org.penumbra.preset.Preset;

/**
 * The README's table of detectors in the plane: each is fitted on the network of a preset, for several seeds, and measured on the
 * same places. The preset's own confidence stands first, with Gamma and without.
 */
final class DetectorTable {

    private final Preset preset;
    private final int steps;
    private final int columns;
    private final List<Long> seeds;
    private final Map<String, Row> rows = new LinkedHashMap<>();

    /** A detector's measurements, one a seed; those where it could not be fitted are missing, and why is told. */
    private record Row(List<JudgedPlane> measured, List<String> problems) {

        Row() {
            this(new ArrayList<>(), new ArrayList<>());
        }
    }

    /**
     * @param steps   training steps, instead of the preset's
     * @param columns cells in each direction
     * @param seeds   of the runs
     */
    DetectorTable(Preset preset, int steps, int columns, List<Long> seeds) {
        this.preset = preset;
        this.steps = steps;
        this.columns = columns;
        this.seeds = List.copyOf(seeds);
    }

    /** Trains and measures one seed after the other. */
    void measure() {
        for (long seed : seeds) {
            PlaneSetup setup = preset.setup().withSeed(seed);
            try (PlaneTraining training = new PlaneTraining(setup)) {
                for (int step = 0; step < steps; step++) {
                    training.step();
                }
                measure(training);
            }
        }
    }

    private void measure(PlaneTraining training) {
        JudgedPlane.Places places = JudgedPlane.Places.of(new Grid(preset.region(), columns, columns), training);
        ConfidenceSettings with = preset.confidence();
        own("the confidence of the preset, with Gamma", with, training, places);
        own("the confidence of the preset, without Gamma", with.withBeta(0), training, places);
        FitData data = PlaneFitData.of(
                training.network(),
                training.setup().data(),
                training.points(),
                new Seeds(training.setup().seed()).data());
        for (DetectorKind kind : PlaneDetectors.all()) {
            Row row = row(kind.about().name());
            try {
                Detector detector =
                        PlaneDetectors.of(kind.usual(), training.setup().data());
                row.measured().add(JudgedPlane.of(detector, training, data, places, FitWatcher.NONE));
            } catch (Problem refused) {
                row.problems().add("seed " + training.setup().seed() + ": " + refused.inWindow());
            }
        }
    }

    private void own(String name, ConfidenceSettings settings, PlaneTraining training, JudgedPlane.Places places) {
        int classes = training.points().classes();
        row(name).measured().add(JudgedPlane.of(FittedConfidence.of(2, classes, 1, settings), training, places, 0));
    }

    private Row row(String name) {
        return rows.computeIfAbsent(name, key -> new Row());
    }

    /** The table in Markdown, with a line of what was measured. */
    String markdown() {
        String head = String.format(
                Locale.ROOT,
                """
                Preset %s, %d steps, seeds %s, %d x %d places. AUROC: places on the data against places off them. Far away: mean
                acceptance farther than 1.5 from the data. Of several seeds the mean, and the least and the greatest behind it.

                | detector | AUROC | far away | fitted in | %d places in |
                |---|---|---|---|---|
                """,
                preset.name(),
                steps,
                seeds.stream().map(String::valueOf).collect(Collectors.joining(", ")),
                columns,
                columns,
                columns * columns);
        return head
                + rows.entrySet().stream()
                        .map(entry -> line(entry.getKey(), entry.getValue()))
                        .collect(Collectors.joining("\n"))
                + "\n"
                + rows.entrySet().stream()
                        .flatMap(entry -> entry.getValue().problems().stream()
                                .map(problem -> "\n" + entry.getKey() + ", " + problem))
                        .collect(Collectors.joining("\n"));
    }

    private static String line(String name, Row row) {
        return "| " + name + " | "
                + spread(
                        row.measured().stream()
                                .mapToDouble(one -> one.figures().auroc())
                                .toArray(),
                        "%.5f")
                + " | "
                + spread(
                        row.measured().stream()
                                .mapToDouble(one -> one.figures().farAway())
                                .toArray(),
                        "%.3f")
                + " | "
                + seconds(row.measured().stream()
                        .mapToDouble(JudgedPlane::fitSeconds)
                        .toArray()) + " | "
                + seconds(row.measured().stream()
                        .mapToDouble(JudgedPlane::judgeSeconds)
                        .toArray()) + " |";
    }

    private static String spread(double[] values, String format) {
        if (values.length == 0) {
            return "none";
        }
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        double sum = 0;
        for (double value : values) {
            least = Math.min(least, value);
            most = Math.max(most, value);
            sum += value;
        }
        String mean = String.format(Locale.ROOT, format, sum / values.length);
        return values.length == 1
                ? mean
                : mean + String.format(Locale.ROOT, " (" + format + " to " + format + ")", least, most);
    }

    private static String seconds(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return values.length == 0 ? "none" : String.format(Locale.ROOT, "%.2f s", sum / values.length);
    }
}
