package org.penumbra.fooling.encoding;

import java.util.SplittableRandom;

/**
 * A genome is the image itself, each pixel on its own: what it breeds looks like noise. A first image is uniform noise. A
 * child changes a share of its parent's pixels by polynomial mutation with index 15, as in A. Nguyen, J. Yosinski and J.
 * Clune, Deep Neural Networks are Easily Fooled, 2015. There the share is 0.1 and is halved every 1 000 generations; here
 * every child draws its own, log-uniform from one pixel to 0.1, so that coarse and fine steps are tried at any time.
 */
public record DirectEncoding() implements Encoding<float[]> {

    private static final double MOST = 0.1;
    private static final double INDEX = 15;

    @Override
    public String id() {
        return "direct";
    }

    @Override
    public float[] first(int dimensions, SplittableRandom random) {
        float[] image = new float[dimensions];
        for (int i = 0; i < dimensions; i++) {
            image[i] = (float) random.nextDouble();
        }
        return image;
    }

    @Override
    public float[] mutated(float[] parent, SplittableRandom random) {
        float[] child = parent.clone();
        double few = Math.min(MOST, 1.0 / parent.length);
        double share = few * Math.pow(MOST / few, random.nextDouble());
        // One pixel changes in any case: a child like its parent would be a wasted question.
        change(child, random.nextInt(child.length), random);
        for (int i = 0; i < child.length; i++) {
            if (random.nextDouble() < share) {
                change(child, i, random);
            }
        }
        return child;
    }

    /** Polynomial mutation over [0, 1]: K. Deb and M. Goyal, A combined genetic adaptive search, 1996. */
    private static void change(float[] image, int i, SplittableRandom random) {
        double r = random.nextDouble();
        double delta = r < 0.5 ? Math.pow(2 * r, 1 / (INDEX + 1)) - 1 : 1 - Math.pow(2 * (1 - r), 1 / (INDEX + 1));
        image[i] = (float) Math.max(0, Math.min(1, image[i] + delta));
    }

    @Override
    public void draw(float[] genome, float[] image, int at) {
        System.arraycopy(genome, 0, image, at, genome.length);
    }
}
