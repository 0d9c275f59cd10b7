package org.penumbra.fooling;

import org.penumbra.fooling.encoding.Encoding;
import org.penumbra.fooling.victim.Victim;

/**
 * A search without gradients, since a gradient can be masked: evolved fooling images after A. Nguyen, J. Yosinski and J.
 * Clune, Deep Neural Networks are Easily Fooled, 2015. Theirs breeds for all classes at once; here every trial breeds for
 * its own target by a (mu + lambda) strategy: of the parents and their children the best become the next parents. What is
 * bred for is the log-score, which leads upwards also where the score is next to 0. Where the victim's acceptance has a
 * threshold of its own, it is bred for the target to be the answer, and then for the ranking, which does not saturate.
 *
 * @param encoding how images are written down
 * @param parents  mu, at least 1
 * @param children lambda, images the victim is shown a generation and trial, at least 1
 */
public record EvolutionAttack(Encoding<?> encoding, int parents, int children) implements Attack {

    /** The usual number of parents. */
    public static final int PARENTS = 4;
    /** The usual number of children. */
    public static final int CHILDREN = 16;

    public EvolutionAttack {
        if (parents < 1 || children < 1) {
            throw new IllegalArgumentException(
                    "evolution: expected at least 1 parent and 1 child, but got " + parents + " and " + children);
        }
    }

    /** With the usual numbers. */
    public static EvolutionAttack of(Encoding<?> encoding) {
        return new EvolutionAttack(encoding, PARENTS, CHILDREN);
    }

    @Override
    public boolean needsGradient() {
        return false;
    }

    @Override
    public FoolingRun start(Victim victim, FoolingSettings settings) {
        return run(encoding, victim, settings);
    }

    private <G> FoolingRun run(Encoding<G> how, Victim victim, FoolingSettings settings) {
        return new EvolutionRun<>(victim, settings, how, parents, children);
    }
}
