package org.penumbra.experiment.report;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * An unbroken stretch of a curve.
 *
 * @param curve  number of the curve among those of its picture
 * @param x      places, all finite
 * @param y      values, all finite
 * @param around half of the interval's width at each place; 0 where there is none
 */
record CurvePiece(int curve, double[] x, double[] y, double[] around) {

    /** So many places are all marked; of more, some are. */
    private static final int MARKED = 25;

    private static final int MARKS = 8;

    /** The pieces of curves: a place or value that is not known parts a curve in two. */
    static List<CurvePiece> of(List<Curves.Curve> curves) {
        List<CurvePiece> pieces = new ArrayList<>();
        for (int number = 0; number < curves.size(); number++) {
            Curves.Curve curve = curves.get(number);
            int from = 0;
            for (int i = 0; i <= curve.x().size(); i++) {
                if (i == curve.x().size() || !isKnown(curve, i)) {
                    if (i > from) {
                        pieces.add(piece(number, curve, from, i));
                    }
                    from = i + 1;
                }
            }
        }
        return pieces;
    }

    private static boolean isKnown(Curves.Curve curve, int i) {
        return Double.isFinite(curve.x().get(i)) && Double.isFinite(curve.y().get(i));
    }

    private static CurvePiece piece(int number, Curves.Curve curve, int from, int to) {
        double[] x = new double[to - from];
        double[] y = new double[to - from];
        double[] around = new double[to - from];
        for (int i = 0; i < x.length; i++) {
            x[i] = curve.x().get(from + i);
            y[i] = curve.y().get(from + i);
            double half = curve.interval().isEmpty() ? 0 : curve.interval().get(from + i);
            around[i] = Double.isFinite(half) ? half : 0;
        }
        return new CurvePiece(number, x, y, around);
    }

    int count() {
        return x.length;
    }

    /** Whether some place has an interval. */
    boolean hasBand() {
        for (double half : around) {
            if (half > 0) {
                return true;
            }
        }
        return false;
    }

    /**
     * The places that carry a mark: all where they are few, otherwise some, at even distances along the curve. Each curve begins
     * a little later than the one before, so that marks of curves that lie close do not cover each other.
     */
    BitSet marked(PictureAxis right, PictureAxis up) {
        BitSet marked = new BitSet(count());
        if (count() <= MARKED) {
            marked.set(0, count());
            return marked;
        }
        double[] along = new double[count()];
        for (int i = 1; i < along.length; i++) {
            along[i] = along[i - 1]
                    + Math.hypot(right.share(x[i]) - right.share(x[i - 1]), up.share(y[i]) - up.share(y[i - 1]));
        }
        double step = along[along.length - 1] / MARKS;
        double next = step * (0.2 + curve * 0.37 % 0.8);
        for (int i = 0; i < along.length && step > 0; i++) {
            if (along[i] >= next) {
                marked.set(i);
                next += step * Math.ceil((along[i] - next) / step + 1e-9);
            }
        }
        return marked;
    }
}
