package org.penumbra.view.lab;

import java.util.SplittableRandom;

/** Seeds to go on with, short enough to be read out in a class room. */
public final class FreshSeeds {

    private static final int MOST = 1_000_000;

    private final SplittableRandom random = new SplittableRandom();

    /** A seed from 1 to 1 000 000 that is not the present one. */
    public long otherThan(long present) {
        long seed;
        do {
            seed = 1 + random.nextInt(MOST);
        } while (seed == present);
        return seed;
    }
}
