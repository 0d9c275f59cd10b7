package org.penumbra.live.rings;

import org.penumbra.net.StepLosses;

/**
 * The mean losses of the batches since they were last shown. At a step a second that is one batch, whose loss may lie far
 * from the mean of others; then the last {@value #FEWEST} batches are taken, as far as there are so many.
 */
final class RecentLosses {

    /** The fewest batches whose mean is shown, once there are so many. */
    static final int FEWEST = 25;

    private final StepLosses[] last = new StepLosses[FEWEST];
    private long steps;
    private long sinceShown;
    private double classification;
    private double reconstruction;

    /** Another run begins. */
    void forget() {
        steps = 0;
        shown();
    }

    void add(StepLosses losses) {
        last[(int) (steps % FEWEST)] = losses;
        steps++;
        sinceShown++;
        classification += losses.classification();
        reconstruction += losses.reconstruction();
    }

    /** Whether no batch has come since they were last shown. */
    boolean none() {
        return sinceShown == 0;
    }

    /** They have been shown; the next mean begins anew. */
    void shown() {
        sinceShown = 0;
        classification = 0;
        reconstruction = 0;
    }

    /** Mean cross-entropy, nats. */
    double classification() {
        return sinceShown >= FEWEST ? classification / sinceShown : meanOfLast(true);
    }

    /** Mean squared reconstruction error, squared data units. */
    double reconstruction() {
        return sinceShown >= FEWEST ? reconstruction / sinceShown : meanOfLast(false);
    }

    private double meanOfLast(boolean ofClasses) {
        int count = (int) Math.min(FEWEST, steps);
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += ofClasses ? last[i].classification() : last[i].reconstruction();
        }
        return sum / count;
    }
}
