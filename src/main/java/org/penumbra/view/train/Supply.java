package org.penumbra.view.train;

import org.penumbra.data.image.KnownImages;

/** How it stands with the images that were asked for. */
sealed interface Supply {

    /** Nothing is asked for, or it has come. */
    record Ready() implements Supply {}

    /**
     * They are being read or made.
     *
     * @param what        "Reading MNIST"
     * @param done        pictures so far
     * @param all         pictures in all, 0 where that is not known
     * @param cancellable whether it can be cancelled
     */
    record Reading(String what, int done, int all, boolean cancellable) implements Supply {}

    /**
     * They are there, and DL4J is on its way.
     *
     * @param what  how far it has come, in words
     * @param share of its library that is unpacked, 0 to 1
     */
    record Loading(String what, double share) implements Supply {}

    /** They are not on this machine. */
    record Missing(KnownImages known) implements Supply {}
}
