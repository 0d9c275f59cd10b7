package org.penumbra.live.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.penumbra.live.train.ShownBudget.Cost;

/** The share of a run's time that is shown, by a clock that stands still unless work is done. */
class ShownBudgetTest {

    private static final int BATCH = 128;

    /** A run of 55 000 images that are trained and 5 000 that are held out, on a machine of such speeds. */
    private static final class Simulated {

        private final double nanosPerTrained;
        private final double nanosPerAsked;
        private final ShownBudget budget;
        private final long validationEvery;
        private long now = 7;
        private long trained;
        private long validated;
        private int glances;
        private int samples;
        private long fewestAsked = Long.MAX_VALUE;

        Simulated(double trainedPerSecond, double askedPerSecond) {
            this(trainedPerSecond, askedPerSecond, 1);
        }

        Simulated(double trainedPerSecond, double askedPerSecond, long validationEvery) {
            this.validationEvery = validationEvery;
            nanosPerTrained = 1e9 / trainedPerSecond;
            nanosPerAsked = 1e9 / askedPerSecond;
            budget = new ShownBudget(5_000 / (55_000.0 * validationEvery), now);
            // The first frame, shown at rest.
            budget.asked((long) (2000 * nanosPerAsked), 2000);
        }

        void run(double seconds, boolean watched) {
            long end = now + (long) (seconds * 1e9);
            while (now < end) {
                now += (long) (BATCH * nanosPerTrained);
                budget.trained((long) (BATCH * nanosPerTrained), BATCH);
                trained += BATCH;
                if (trained / (55_000 * validationEvery) > validated) {
                    validated++;
                    spend(Cost.VALIDATION, 5_000);
                }
                int due = budget.sampleDue(now);
                if (watched && due > 0) {
                    samples++;
                    fewestAsked = Math.min(fewestAsked, due);
                    budget.sampled(now);
                    spend(Cost.SAMPLE, Math.min(2000, due));
                } else if (watched && budget.glanceDue(now)) {
                    glances++;
                    budget.glanced(now);
                    spend(Cost.GLANCE, 20);
                }
            }
        }

        private void spend(Cost cost, int images) {
            long nanos = (long) (images * nanosPerAsked);
            now += nanos;
            if (cost != Cost.GLANCE) {
                budget.asked(nanos, images);
            }
            budget.spent(cost, nanos);
        }
    }

    @Test
    void allThatIsShownOfMnistTakesThreeHundredthsAndAHalfAtMostWhateverTheNetwork() {
        // Training and answering, images a second: CNN, dAE sym, and a machine a fifth as fast.
        double[][] machines = {{4590, 16_000}, {2930, 8_820}, {590, 1_760}};
        for (double[] speeds : machines) {
            Simulated run = new Simulated(speeds[0], speeds[1]);
            run.run(600, true);
            double share = run.budget.share();
            String what = speeds[0] + " images a second: share " + share + ", glances " + run.glances + ", samples "
                    + run.samples + " of at least " + run.fewestAsked;
            assertTrue(share > 0.025 && share < 0.037, what);
            assertTrue(run.samples >= 30 && run.glances >= 80 && run.fewestAsked >= 50, what);
        }
    }

    /** Of MNIST, of the digits the program makes, and of a set with few images held out. */
    @Test
    void validationsAreRareEnoughForWhatAnAnswerCosts() {
        assertEquals(2, WatchedRun.validationEvery(55_000, 5_000));
        assertEquals(2, WatchedRun.validationEvery(18_000, 2_000));
        assertEquals(1, WatchedRun.validationEvery(14_000, 1_000));
        assertEquals(14, WatchedRun.validationEvery(1_000, 1_000));
        assertEquals(1, WatchedRun.validationEvery(1_000, 0));
    }

    /** As measured by processor time on a busy machine: the autoencoder's answers cost 0.54 of its training. */
    @Test
    void whereAnswersAreDearThreeHundredthsAndAHalfHold() {
        Simulated run = new Simulated(1634, 3040, WatchedRun.validationEvery(55_000, 5_000));
        run.run(1200, true);
        double share = run.budget.share();
        String what = "share " + share + ", glances " + run.glances + ", samples " + run.samples;
        assertTrue(share > 0.025 && share < 0.035, what);
        assertTrue(run.samples >= 10 && run.glances >= 60, what);
    }

    @Test
    void framesNobodyTakesAreNotSavedUp() {
        Simulated run = new Simulated(4590, 16_000);
        run.run(600, false);
        assertEquals(0.026, run.budget.share(), 0.002, "validations alone");
        run.run(10, true);
        assertTrue(run.samples <= 2, run.samples + " samples in ten seconds");
        assertTrue(run.glances <= 100, run.glances + " glances in ten seconds");
    }

    @Test
    void theBeginningIsShownMoreOften() {
        Simulated run = new Simulated(4590, 16_000);
        run.run(20, true);
        int first = run.samples;
        assertTrue(first >= 4, first + " samples in the first twenty seconds");
        run.run(600, true);
        int before = run.samples;
        run.run(20, true);
        assertTrue(run.samples - before <= 3, run.samples - before + " samples in twenty seconds later on");
    }

    @Test
    void whatIsNotChargedDoesNotCount() {
        ShownBudget budget = new ShownBudget(0, 0);
        assertEquals(0, budget.share());
        budget.asked(1_000_000, 1000);
        budget.trained(9_000_000, BATCH);
        assertEquals(0, budget.share());
        budget.spent(Cost.SAMPLE, 1_000_000);
        assertEquals(0.1, budget.share(), 1e-12);
    }
}
