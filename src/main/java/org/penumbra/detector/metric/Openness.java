package org.penumbra.detector.metric;

/** How open a test is: how many of its classes were not trained. 0 where all were. */
public final class Openness {

    private Openness() {}

    /**
     * {@code 1 - sqrt(2 train / (target + test))}, as Scheirer et al. define it, PAMI 2013. It is below 0 where fewer classes are
     * tested than were trained.
     *
     * @param train  classes that were trained, at least 1
     * @param target classes that are to be recognised, at least 1
     * @param test   classes that inputs of the test have, unknown ones included, at least 1
     */
    public static double of(int train, int target, int test) {
        if (train < 1 || target < 1 || test < 1) {
            throw new IllegalArgumentException(
                    "expected at least one class each, but got " + train + ", " + target + " and " + test);
        }
        return 1 - Math.sqrt(2.0 * train / (target + test));
    }

    /** {@code 1 - sqrt(2 train / (train + test))}, as Geng, Huang and Chen have it in their survey, PAMI 2021. */
    public static double ofSurvey(int train, int test) {
        return of(train, train, test);
    }
}
