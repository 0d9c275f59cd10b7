package org.penumbra.experiment.rings;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.EnumSet;
import java.util.List;
import org.penumbra.confidence.ConfidenceSettings;
import org.penumbra.data.Seeds;
import org.penumbra.data.plane.Grid;
import org.penumbra.detector.DetectorKind;
import org.penumbra.detector.FitData;
import org.penumbra.detector.FitException;
import org.penumbra.detector.FitStopped;
import org.penumbra.detector.confidence.FittedConfidence;
import org.penumbra.experiment.CellStopped;
import org.penumbra.experiment.CellWatcher;
import org.penumbra.experiment.measure.PlainFigures;
import org.penumbra.fitting.JudgedPlane;
import org.penumbra.fitting.PlaneDetectors;
import org.penumbra.fitting.PlaneFitData;
import org.penumbra.net.Evidence;
import org.penumbra.net.plane.PlaneResponse;
import org.penumbra.net.plane.PlaneTraining;
import org.penumbra.preset.Preset;
import org.penumbra.preset.Presets;

/**
 * The work of one cell of {@link RingsOverSeeds}.
 *
 * @param seed    of the training
 * @param steps   of the training
 * @param columns places that are judged, in each direction
 */
record RingsWork(long seed, int steps, int columns) {

    /** The preset's own confidence in results, with Gamma and without. */
    static final String WITH_GAMMA = "preset-with-gamma";

    static final String WITHOUT_GAMMA = "preset-without-gamma";

    /** A line through the centres of the two upper rings, from left to right. */
    static final double LINE_Y = 1;

    static final double LINE_FROM = -2.5;
    static final double LINE_TO = 2.5;
    static final int LINE_STEPS = 100;

    private static final String PRESET = "rings";
    private static final double TRAINED = 0.5;
    /** Places judged at once on the grid; a look at the watcher after each. */
    private static final int CHUNK = 4000;

    ObjectNode run(CellWatcher watcher) {
        Preset preset = Presets.load(PRESET);
        try (PlaneTraining training = new PlaneTraining(preset.setup().withSeed(seed))) {
            for (int step = 0; step < steps; step++) {
                watcher.at(TRAINED * step / steps);
                training.step();
            }
            ObjectNode result = JsonNodeFactory.instance.objectNode();
            result.put("seed", seed);
            Grid grid = new Grid(preset.region(), columns, columns);
            JudgedPlane.Places places = JudgedPlane.Places.of(grid, training);
            ObjectNode measured = result.putObject("measured");
            own(measured, WITH_GAMMA, preset.confidence(), training, places);
            own(measured, WITHOUT_GAMMA, preset.confidence().withBeta(0), training, places);
            detectors(measured, result.putObject("refused"), training, places, watcher.part(TRAINED, 1));
            confidence(result, preset.confidence(), training, places, watcher);
            line(result.putObject("line"), preset.confidence(), training);
            watcher.at(1);
            return result;
        }
    }

    private static void own(
            ObjectNode into,
            String name,
            ConfidenceSettings settings,
            PlaneTraining training,
            JudgedPlane.Places places) {
        put(into.putObject(name), JudgedPlane.of(confidence(settings, training), training, places, 0));
    }

    private static FittedConfidence confidence(ConfidenceSettings settings, PlaneTraining training) {
        return FittedConfidence.of(2, training.points().classes(), 1, settings);
    }

    private static void put(ObjectNode into, JudgedPlane judged) {
        PlainFigures.put(into, "auroc", judged.figures().auroc());
        PlainFigures.put(into, "far_away", judged.figures().farAway());
    }

    private static void detectors(
            ObjectNode measured,
            ObjectNode refused,
            PlaneTraining training,
            JudgedPlane.Places places,
            CellWatcher watcher) {
        FitData data = PlaneFitData.of(
                training.network(),
                training.setup().data(),
                training.points(),
                new Seeds(training.setup().seed()).data());
        List<DetectorKind> kinds = PlaneDetectors.all();
        for (int i = 0; i < kinds.size(); i++) {
            DetectorKind kind = kinds.get(i);
            CellWatcher own = watcher.part((double) i / kinds.size(), (i + 1.0) / kinds.size());
            own.at(0);
            try {
                put(
                        measured.putObject(kind.id()),
                        JudgedPlane.of(
                                PlaneDetectors.of(kind.usual(), training.setup().data()),
                                training,
                                data,
                                places,
                                own.fit()));
            } catch (FitException cannot) {
                measured.remove(kind.id());
                refused.put(kind.id(), cannot.getMessage());
            } catch (FitStopped end) {
                throw (CellStopped) new CellStopped().initCause(end);
            }
        }
    }

    /** The means that the reference has: c~ without Gamma on and off the rings, gamma on them and at their centres. */
    private static void confidence(
            ObjectNode result,
            ConfidenceSettings settings,
            PlaneTraining training,
            JudgedPlane.Places places,
            CellWatcher watcher) {
        Grid grid = places.grid();
        float[] points = grid.points();
        float[] confidences = new float[grid.size()];
        float[] gammas = new float[grid.size()];
        FittedConfidence fitted = confidence(settings.withBeta(0), training);
        EnumSet<Evidence.Part> parts = EnumSet.of(Evidence.Part.LOGITS, Evidence.Part.ERRORS, Evidence.Part.GAMMA);
        for (int from = 0; from < grid.size(); from += CHUNK) {
            watcher.at(1);
            int rows = Math.min(CHUNK, grid.size() - from);
            float[] some = new float[2 * rows];
            System.arraycopy(points, 2 * from, some, 0, some.length);
            Evidence evidence = training.network().evidence(some, rows, parts);
            double[] factors = fitted.judge(evidence).factors();
            for (int i = 0; i < rows; i++) {
                confidences[from + i] = (float) factors[i];
                gammas[from + i] = (float) evidence.gamma()[i];
            }
        }
        PlainFigures.put(result, "confidence_on", mean(places.cells().on(confidences)));
        PlainFigures.put(result, "confidence_off", mean(places.cells().off(confidences)));
        PlainFigures.put(result, "gamma_on", mean(places.cells().on(gammas)));
        PlaneResponse hollows = training.hollows();
        PlainFigures.put(result, "gamma_at_centres", mean(hollows.gamma()));
    }

    private static double mean(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    private static void line(ObjectNode into, ConfidenceSettings settings, PlaneTraining training) {
        int count = LINE_STEPS + 1;
        float[] points = new float[2 * count];
        for (int i = 0; i < count; i++) {
            points[2 * i] = (float) (LINE_FROM + (LINE_TO - LINE_FROM) * i / LINE_STEPS);
            points[2 * i + 1] = (float) LINE_Y;
        }
        Evidence evidence = training.network()
                .evidence(
                        points,
                        count,
                        EnumSet.of(
                                Evidence.Part.LOGITS, Evidence.Part.SCORES, Evidence.Part.ERRORS, Evidence.Part.GAMMA));
        double[] scaled = confidence(settings, training).judge(evidence).acceptance();
        double[] factors =
                confidence(settings.withBeta(0), training).judge(evidence).factors();
        ArrayNode y = into.putArray("y");
        ArrayNode without = into.putArray("confidence_without_gamma");
        ArrayNode with = into.putArray("confidence");
        ArrayNode both = into.putArray("scaled");
        for (int i = 0; i < count; i++) {
            double score = evidence.scores()[i * evidence.classes() + evidence.answer(i)];
            y.add(score);
            without.add(factors[i]);
            with.add(scaled[i] / score);
            both.add(scaled[i]);
        }
    }
}
