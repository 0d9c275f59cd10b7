package org.penumbra.detector.neighbour;

import java.util.OptionalInt;
import org.penumbra.detector.Features;

/**
 * A fitted detector that remembers training inputs. The rows of its {@link org.penumbra.detector.Reason.Neighbours} tell where
 * they stand in the training set; who does not have that set can ask here for what was remembered of one: the input itself, or
 * the network's code of it, of which a decoder makes a picture.
 */
public interface Remembering {

    /** Whether inputs or codes are remembered. */
    Features features();

    /** How many inputs it remembers. */
    int remembered();

    /** Which of the remembered inputs, from 0, the one at a place of the training set is; empty for one it does not remember. */
    OptionalInt find(int origin);

    /**
     * What it remembers of an input: its numbers, or its code with the length it had.
     *
     * @param index which of the remembered inputs, from 0
     */
    float[] recall(int index);

    /** Where a remembered input stands in the training set. */
    int origin(int index);

    /** The class of a remembered input. */
    int label(int index);
}
