package org.penumbra.fitting;

import java.util.EnumSet;
import org.penumbra.confidence.FarAway;
import org.penumbra.confidence.OnOff;
import org.penumbra.confidence.PlaceFigures;
import org.penumbra.data.plane.Grid;
import org.penumbra.data.plane.PlaneRegion;
import org.penumbra.detector.Detector;
import org.penumbra.detector.FitData;
import org.penumbra.detector.FitWatcher;
import org.penumbra.detector.Fitted;
import org.penumbra.detector.Opinion;
import org.penumbra.net.Evidence;
import org.penumbra.net.plane.PlaneTraining;

/**
 * What a detector says of the whole plane, once it was fitted on the network of a training.
 *
 * @param fitted       the fit
 * @param acceptance   in [0, 1] or NaN, one a cell
 * @param figures      AUROC of its ranking on against off the data, and its mean acceptance far away
 * @param fitSeconds   how long the fit took, s
 * @param judgeSeconds how long the cells took, s
 */
public record JudgedPlane(
        Fitted fitted, float[] acceptance, PlaceFigures figures, double fitSeconds, double judgeSeconds) {

    /** Places that are judged at a time. */
    private static final int CHUNK = 4000;

    /**
     * Where detectors are measured.
     *
     * @param grid  whose cells are judged
     * @param cells on and off the data
     * @param far   from the data
     */
    public record Places(Grid grid, OnOff cells, FarAway far) {

        /** Of a training. */
        public static Places of(Grid grid, PlaneTraining training) {
            return new Places(
                    grid,
                    OnOff.of(grid, training.setup().data()),
                    FarAway.of(grid, training.setup().data(), PlaneRegion.around(training.points())));
        }
    }

    /**
     * Fits and judges.
     *
     * @param data {@link PlaneFitData} of the same training
     * @throws org.penumbra.detector.FitException when it cannot be fitted on them
     */
    public static JudgedPlane of(
            Detector detector, PlaneTraining training, FitData data, Places places, FitWatcher watcher) {
        long start = System.nanoTime();
        Fitted fitted = PlaneDetectors.of(detector, training.setup().data()).fit(data, watcher);
        return of(fitted, training, places, (System.nanoTime() - start) / 1e9);
    }

    /** Judges by a detector that is fitted already. @param fitSeconds how long that took, s */
    public static JudgedPlane of(Fitted fitted, PlaneTraining training, Places places, double fitSeconds) {
        long start = System.nanoTime();
        Grid grid = places.grid();
        float[] points = grid.points();
        EnumSet<Evidence.Part> parts = EnumSet.noneOf(Evidence.Part.class);
        parts.addAll(fitted.needs());
        double[] acceptance = new double[grid.size()];
        double[] ranking = new double[grid.size()];
        for (int from = 0; from < grid.size(); from += CHUNK) {
            int rows = Math.min(CHUNK, grid.size() - from);
            float[] some = new float[2 * rows];
            System.arraycopy(points, 2 * from, some, 0, some.length);
            Opinion opinion = fitted.judge(training.network().evidence(some, rows, parts));
            System.arraycopy(opinion.acceptance(), 0, acceptance, from, rows);
            System.arraycopy(opinion.ranking(), 0, ranking, from, rows);
        }
        float[] shown = new float[acceptance.length];
        for (int i = 0; i < shown.length; i++) {
            shown[i] = (float) acceptance[i];
        }
        return new JudgedPlane(
                fitted,
                shown,
                PlaceFigures.of(places.cells(), places.far(), ranking, acceptance),
                fitSeconds,
                (System.nanoTime() - start) / 1e9);
    }
}
