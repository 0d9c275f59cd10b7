package org.penumbra.detector.confidence;

import java.util.Arrays;
import org.penumbra.detector.FittedForm;
import org.penumbra.detector.FormArray;
import org.penumbra.detector.FormException;

/**
 * What reconstruction errors are ranked by: larger rankings are better known.
 *
 * @param middle the error that is known best; minus infinity where the smallest is
 * @param below  from it to a small error that five in a hundred known inputs fall below; above 0
 * @param above  from it to a large error that five in a hundred exceed; above 0
 */
record ErrorScale(double middle, double below, double above) {

    /** Large errors alone are strange. */
    static final ErrorScale LARGE = new ErrorScale(Double.NEGATIVE_INFINITY, 1, 1);

    private static final double TAIL = 0.05;
    private static final String NAME = "error_scale";

    /** Small errors are strange, too. @param errors of known inputs, finite, at least one */
    static ErrorScale both(float[] errors) {
        float[] ascending = errors.clone();
        Arrays.sort(ascending);
        double middle = quantile(ascending, 0.5);
        return new ErrorScale(
                middle, positive(middle - quantile(ascending, TAIL)), positive(quantile(ascending, 1 - TAIL) - middle));
    }

    private static double quantile(float[] ascending, double share) {
        return ascending[(int) Math.round(share * (ascending.length - 1))];
    }

    /** Where all errors are the same, any other is strange. */
    private static double positive(double distance) {
        return distance > 0 ? distance : 1;
    }

    /**
     * From the form of a fitted detector.
     *
     * @throws FormException when it is not there or makes none
     */
    static ErrorScale of(FittedForm form) {
        double[] numbers = form.doubles(NAME, 3);
        for (int i = 0; i < numbers.length; i++) {
            if (!Double.isFinite(numbers[i]) || i > 0 && !(numbers[i] > 0)) {
                throw new FormException(form.id(), NAME, "a finite number and two above 0", Arrays.toString(numbers));
            }
        }
        return new ErrorScale(numbers[0], numbers[1], numbers[2]);
    }

    FittedForm addTo(FittedForm form) {
        return form.with(NAME, new FormArray.Doubles(new double[] {middle, below, above}, 3));
    }

    double ranking(double error) {
        if (middle == Double.NEGATIVE_INFINITY) {
            return -error;
        }
        return error < middle ? (error - middle) / below : (middle - error) / above;
    }

    double[] rankings(float[] errors) {
        double[] rankings = new double[errors.length];
        Arrays.setAll(rankings, i -> ranking(errors[i]));
        return rankings;
    }
}
