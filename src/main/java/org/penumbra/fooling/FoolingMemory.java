package org.penumbra.fooling;

import org.penumbra.data.MemoryNeed;

/**
 * What the trials of an attack keep in the heap, without the network they attack. The numbers follow from what each kind of
 * run keeps for a trial; a test holds them against what is taken.
 */
public final class FoolingMemory {

    /** Objects, lists and what else does not grow with the inputs. */
    private static final long OBJECTS = 1000;
    /** Vectors a trial has in any attack: its best image, and a copy of that as its result. */
    private static final long RESULTS = 2;
    /** Vectors of floats a gradient attack keeps for a trial: its present image and its slopes. */
    private static final long SHOWN = 2;
    /** Vectors of doubles of a generator and of Adam; plain descent keeps half of them. */
    private static final long GENERATOR = 6;
    /** Measured: the passes of an image network, forward and back, for each part that a batch is cut into. */
    private static final MemoryNeed PASSES = new MemoryNeed(25_000_000, 15_000_000);
    /** Vectors of floats for each child that is looked at: its genome, its image, and what the victim makes of it. */
    private static final long CHILD = 3;

    private FoolingMemory() {}

    /** What the passes of the attacked image network take, for so many parts at once. */
    public static MemoryNeed ofPasses(int parts) {
        return PASSES.times(parts);
    }

    /**
     * What it keeps with so many trials.
     *
     * @param dimensions D, numbers in an input
     */
    public static MemoryNeed of(Attack attack, FoolingSettings settings, int dimensions) {
        long floats = (long) Float.BYTES * dimensions;
        long doubles = (long) Double.BYTES * dimensions;
        long trials = settings.trials();
        MemoryNeed results = new MemoryNeed((OBJECTS + RESULTS * floats) * trials, 0);
        if (attack instanceof EvolutionAttack evolution) {
            long children = Math.min(trials * evolution.children(), EvolutionRun.CHUNK);
            return results.and(new MemoryNeed(floats * (evolution.parents() * trials + CHILD * children), 0));
        }
        return results.and(new MemoryNeed((SHOWN * floats + GENERATOR * doubles) * trials, 0));
    }
}
