package org.penumbra.confidence;

import org.penumbra.net.plane.PlaneResponse;

/**
 * How well a network in the plane knows where its data are. "On" and "off" are those of {@link OnOff}. A mean or share
 * over no cell at all is NaN.
 *
 * @param aurocWithoutGamma        AUROC on against off of {@code exp(-alpha / D * ||r(x) - x||)}, 0 to 1
 * @param aurocWithGamma           AUROC on against off of c~, 0 to 1
 * @param meanConfidenceOn         mean c~ on the data, 0 to 1
 * @param meanConfidenceOff        mean c~ off the data, 0 to 1
 * @param meanGammaOn              mean gamma on the data; negative where the density has its maxima there
 * @param gammaAtHollows           gamma at each of the data set's hollows, in their order; positive at minima
 * @param offAnsweredByY           share of the cells off the data where max y alone reaches tau, 0 to 1
 * @param offAnsweredByScaled      share of the cells off the data where max y~ reaches tau, 0 to 1
 */
public record PlaneMetrics(
        double aurocWithoutGamma,
        double aurocWithGamma,
        double meanConfidenceOn,
        double meanConfidenceOff,
        double meanGammaOn,
        double[] gammaAtHollows,
        double offAnsweredByY,
        double offAnsweredByScaled) {

    /**
     * Computes all of them.
     *
     * @param cells    made for the grid of the response
     * @param response the network's answers at the grid's cells
     * @param hollows  its answers at the data set's hollows
     * @param settings alpha, beta, tau
     */
    public static PlaneMetrics of(
            OnOff cells, PlaneResponse response, PlaneResponse hollows, ConfidenceSettings settings) {
        ConfidenceField field = ConfidenceField.of(response, settings);
        double[] gamma = new double[hollows.count()];
        for (int i = 0; i < gamma.length; i++) {
            gamma[i] = hollows.gamma()[i];
        }
        float[] best = best(response);
        return new PlaneMetrics(
                cells.auroc(field.withoutCurvature()),
                cells.auroc(field.confidence()),
                mean(cells.on(field.confidence())),
                mean(cells.off(field.confidence())),
                mean(cells.on(response.gamma())),
                gamma,
                shareReaching(cells.off(best), settings.tau()),
                shareReaching(cells.off(field.bestScaled()), settings.tau()));
    }

    private static float[] best(PlaneResponse response) {
        float[] best = new float[response.count()];
        for (int i = 0, at = 0; i < best.length; i++) {
            float most = 0;
            for (int k = 0; k < response.classes(); k++) {
                most = Math.max(most, response.probabilities()[at++]);
            }
            best[i] = most;
        }
        return best;
    }

    private static double mean(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    private static double shareReaching(float[] scores, double tau) {
        int reaching = 0;
        for (float score : scores) {
            if (score >= tau) {
                reaching++;
            }
        }
        return scores.length == 0 ? Double.NaN : (double) reaching / scores.length;
    }
}
