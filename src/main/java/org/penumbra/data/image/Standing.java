package org.penumbra.data.image;

import java.util.function.IntPredicate;

/** Whether characters stand or lie on their side, told by those that are high and narrow, such as 1 and l. */
enum Standing {

    /** The narrow ones are higher than wide. */
    UPRIGHT,
    /** They are wider than high. */
    LYING,
    /** There are none, or they are neither. */
    UNKNOWN;

    /** How much of the spread of the ink must be in one direction, on average: between -1 and 1. */
    private static final double CLEAR = 0.2;

    /**
     * Looks at images.
     *
     * @param narrow whether an image, by its index, shows a character that is higher than wide when it stands
     */
    static Standing of(IdxImages images, IntPredicate narrow) {
        double sum = 0;
        int count = 0;
        for (int index = 0; index < images.count(); index++) {
            if (narrow.test(index)) {
                sum += uprightness(images, index);
                count++;
            }
        }
        double mean = count == 0 ? 0 : sum / count;
        return mean > CLEAR ? UPRIGHT : mean < -CLEAR ? LYING : UNKNOWN;
    }

    /** (v - h) / (v + h), v and h being the variances of the ink's place from top to bottom and from left to right. */
    private static double uprightness(IdxImages images, int index) {
        double ink = 0;
        double[] sums = new double[2];
        double[] squares = new double[2];
        int at = index * images.rows() * images.columns();
        for (int row = 0; row < images.rows(); row++) {
            for (int column = 0; column < images.columns(); column++) {
                int grey = images.pixels()[at++] & 0xFF;
                ink += grey;
                sums[0] += (double) grey * row;
                sums[1] += (double) grey * column;
                squares[0] += (double) grey * row * row;
                squares[1] += (double) grey * column * column;
            }
        }
        if (ink == 0) {
            return 0;
        }
        double vertical = squares[0] / ink - sums[0] * sums[0] / (ink * ink);
        double horizontal = squares[1] / ink - sums[1] * sums[1] / (ink * ink);
        return vertical + horizontal == 0 ? 0 : (vertical - horizontal) / (vertical + horizontal);
    }
}
