package org.penumbra.detector;

import java.util.Set;
import org.penumbra.confidence.Verdict;
import org.penumbra.net.Evidence;
import org.penumbra.net.InputObjective;

/**
 * A detector that was fitted and can be asked. It is a value: it holds no network and no native memory, and threads may
 * share it.
 */
public interface Fitted {

    /** What it is and how it was set. */
    Description about();

    /** The parts of the evidence it judges by. GAMMA may be missing; then Gamma is taken as 1. */
    Set<Evidence.Part> needs();

    /** What it says of some inputs. */
    Opinion judge(Evidence evidence);

    /** Whether {@link #objective} can be asked, so that an attack by gradient is possible. */
    default boolean hasGradient() {
        return false;
    }

    /**
     * Minus the log of a class's score, {@code -ln s_t}, as a function of the network's outputs, for the gradient at the
     * inputs. What {@link #judge} says of an input without its gamma is its exponent, but where the acceptance is a share, a
     * flight of steps without slopes: then the slopes are those of a smooth stand-in ({@link SmoothShare}), a direction of
     * descent, and whether an attack has succeeded is for {@link #judge} to say.
     *
     * @param targets t of each row
     * @throws UnsupportedOperationException when there is no gradient
     */
    default InputObjective objective(int[] targets) {
        throw new UnsupportedOperationException(about().name() + " has no gradient; attack it by evolution");
    }

    /** All it knows as plain values, from which its {@link DetectorKind} makes the same again. */
    FittedForm form();

    /**
     * Why it trusts the answer for one input or does not.
     *
     * @param evidence of any inputs, with all it needs
     * @param row      which of them
     */
    Reason reason(Evidence evidence, int row);

    /**
     * The answer for one input, or "unknown".
     *
     * @param evidence of any inputs, scores included
     * @param row      which of them
     * @param tau      threshold on the acceptance, in (0, 1]
     */
    default Verdict verdict(Evidence evidence, int row, double tau) {
        Evidence one = evidence.row(row);
        Opinion opinion = judge(one);
        int best = opinion.answer(0);
        double probability = one.scores()[best];
        double acceptance = opinion.acceptance()[0];
        return new Verdict(best, acceptance, tau, probability, acceptance / probability, 1);
    }
}
