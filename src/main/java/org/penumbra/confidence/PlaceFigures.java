package org.penumbra.confidence;

/**
 * How well something knows in the plane where the data are.
 *
 * @param auroc   of its ranking, places on the data against places off them, 0 to 1, or NaN
 * @param farAway its mean acceptance far from all data ({@link FarAway}), 0 to 1, or NaN
 */
public record PlaceFigures(double auroc, double farAway) {

    /** Of what has not been measured. */
    public static final PlaceFigures NONE = new PlaceFigures(Double.NaN, Double.NaN);

    /**
     * Measures.
     *
     * @param cells      of a grid
     * @param far        of the same grid
     * @param ranking    one a cell, larger for what is better known
     * @param acceptance one a cell, 0 to 1
     */
    public static PlaceFigures of(OnOff cells, FarAway far, double[] ranking, double[] acceptance) {
        return new PlaceFigures(cells.auroc(ranking), far.mean(acceptance));
    }

    /** Whether either is known. */
    public boolean known() {
        return !(Double.isNaN(auroc) && Double.isNaN(farAway));
    }
}
