package org.penumbra.detector.openmax;

import org.penumbra.detector.tail.WeibullTail;

/**
 * A class in the space of logits: where its activations lie on average, and how far its farthest members are from there.
 *
 * @param mean      the mean activation vector, k numbers: of training inputs of the class that are answered right
 * @param distances of the farthest of the same inputs to it, ascending
 * @param tail      the Weibull distribution of these distances
 */
public record ClassTail(double[] mean, double[] distances, WeibullTail tail) {

    /** Of a mean and the farthest distances to it. */
    static ClassTail of(double[] mean, double[] distances, double translate) {
        return new ClassTail(mean, distances, WeibullTail.fit(distances, distances.length, 1, translate));
    }
}
