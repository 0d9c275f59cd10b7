package org.penumbra.command.train;

/**
 * How far a training of an image model has come.
 *
 * @param epoch            passes over the images done, with fractions
 * @param epochs           of the whole run
 * @param step             steps taken
 * @param steps            of the whole run
 * @param samplesPerSecond images trained on a second, over the last moments; NaN when not known yet
 * @param secondsLeft      the rest takes at this speed; NaN when not known yet
 * @param loss             that is minimised, mean over the last moments
 * @param accuracy         on the held-out images after the last whole epoch, 0 to 1; NaN when not known
 */
record TrainProgress(
        double epoch,
        int epochs,
        long step,
        long steps,
        double samplesPerSecond,
        double secondsLeft,
        double loss,
        double accuracy) {

    /** The epoch that is under way, from 1 on. */
    int currentEpoch() {
        return Math.min(epochs, (int) Math.floor(epoch) + 1);
    }
}
