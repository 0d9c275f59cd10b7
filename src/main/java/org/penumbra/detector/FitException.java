package org.penumbra.detector;

import java.util.EnumSet;
import java.util.Set;
import org.penumbra.data.Problem;
import org.penumbra.net.Evidence;

/** A detector cannot be fitted on what it was given. */
public final class FitException extends Problem {

    private final Set<Evidence.Part> missing;

    private FitException(String message, Set<Evidence.Part> missing) {
        super(message);
        this.missing = missing;
    }

    /**
     * Refuses evidence that lacks what a detector needs.
     *
     * @throws FitException that tells every missing part
     */
    public static void require(Detector detector, Evidence evidence) {
        Set<Evidence.Part> missing = EnumSet.noneOf(Evidence.Part.class);
        missing.addAll(detector.needs());
        missing.removeAll(evidence.parts());
        if (!missing.isEmpty()) {
            throw new FitException(
                    detector.about().name() + ": expected evidence with " + detector.needs()
                            + " of at least one input, but " + missing + " is missing; take a network that has it",
                    missing);
        }
    }

    /**
     * Refuses data of which there is enough, but by which a detector cannot be fitted all the same.
     *
     * @param what where, what was expected, what was found and what to do: "class 3: expected at least 3 images that are
     *             answered right, but there are 2; take more images"
     */
    public static FitException of(Detector detector, String what) {
        return new FitException(detector.about().name() + ": " + what, EnumSet.noneOf(Evidence.Part.class));
    }

    /**
     * Refuses numbers that are none, as a network says after its training went wrong.
     *
     * @param what   whose they are: "logits of held-out inputs"
     * @param values to be finite
     */
    public static void requireFinite(Detector detector, String what, float[] values) {
        for (float value : values) {
            if (!Float.isFinite(value)) {
                throw of(
                        detector,
                        what + ": expected finite numbers, but found " + value
                                + "; take a network whose training went well");
            }
        }
    }

    /** {@link #require(Detector, Evidence)} for what a network was trained on and what was held out. */
    public static void require(Detector detector, FitData data) {
        require(detector, data.train());
        require(detector, data.heldOut());
    }

    /** The parts that are missing; empty when something else is wrong. */
    public Set<Evidence.Part> missing() {
        return Set.copyOf(missing);
    }
}
