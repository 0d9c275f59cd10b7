package org.penumbra.detector.svm;

import java.util.Arrays;
import org.penumbra.data.Range;
import org.penumbra.detector.Description;
import org.penumbra.detector.Features;

/** Settings that several detectors of this room have, each with its range and its words. */
final class SvmSettings {

    static final Range NU = Range.above(0, 1);
    /** 0 asks for 1 / (D * variance). */
    static final Range GAMMA = Range.of(0, 1e6);

    static final Range COST = Range.of(1e-3, 1e4);
    /** Of the planes of a slab. */
    static final Range PRESSURE = Range.of(-1, 2);
    /** What the nearness of a W-SVM must be above. */
    static final Range DELTA_TAU = Range.below(0, 1);
    /** What the score of a W-SVM must reach. */
    static final Range DELTA_R = Range.above(0, 1);
    /** 60 000 would take half an hour, as training is quadratic, and most of a gigabyte, as libsvm keeps an object a number. */
    static final Range IMAGES = Range.of(100, 20_000);

    static final int USUAL_IMAGES = 5000;

    private SvmSettings() {}

    static Description.Setting nu(double value) {
        return new Description.Setting(
                "nu",
                "\u03bd",
                "leaves a larger share of the known inputs outside the boundary",
                NU,
                Description.Scale.LINEAR,
                value);
    }

    static Description.Setting gamma(double value) {
        return new Description.Setting(
                "gamma",
                "\u03b3",
                "draws boundaries closer round single inputs; 0 means 1 / (D * variance)",
                GAMMA,
                Description.Scale.LOGARITHMIC,
                value);
    }

    static Description.Setting cost(double value) {
        return new Description.Setting(
                "C",
                "C",
                "lets fewer known inputs lie on the wrong side, for a narrower margin",
                COST,
                Description.Scale.LOGARITHMIC,
                value);
    }

    static Description.Setting images(int value) {
        return new Description.Setting(
                "images",
                "n",
                "takes more known inputs, of each class its share; the time rises with the square",
                IMAGES,
                Description.Scale.WHOLE,
                value);
    }

    static Description.Choice features(Features value) {
        return new Description.Choice(
                "features",
                "what inputs are compared by: their own numbers, or the network's code",
                Arrays.stream(Features.values()).map(Features::id).toList(),
                value.id());
    }
}
