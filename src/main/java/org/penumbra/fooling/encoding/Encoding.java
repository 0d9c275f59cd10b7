package org.penumbra.fooling.encoding;

import java.util.SplittableRandom;

/**
 * How evolution writes an image down. What it varies is a genome, an immutable value of a kind of its own.
 *
 * @param <G> the genomes
 */
public interface Encoding<G> {

    /** The name in files and on the command line. */
    String id();

    /**
     * A genome to start from.
     *
     * @param dimensions D, numbers in an image
     */
    G first(int dimensions, SplittableRandom random);

    /** A changed copy of a genome. */
    G mutated(G parent, SplittableRandom random);

    /** Writes a genome's image, D numbers in [0, 1]. */
    void draw(G genome, float[] image, int at);
}
