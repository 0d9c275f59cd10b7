package org.penumbra.net.layer;

import org.bytedeco.javacpp.FloatPointer;

/** How fast one core multiplies square matrices. */
final class KernelSpeed {

    private KernelSpeed() {}

    static double gigaflops(int side, int repeats) {
        OpenBlas.useOneThread();
        long size = (long) side * side;
        try (FloatPointer a = new FloatPointer(size);
                FloatPointer b = new FloatPointer(size);
                FloatPointer c = new FloatPointer(size)) {
            for (long i = 0; i < size; i++) {
                a.put(i, (i % 17) / 17f);
                b.put(i, (i % 13) / 13f);
            }
            long best = Long.MAX_VALUE;
            for (int i = 0; i < repeats; i++) {
                long start = System.nanoTime();
                MatrixProduct.multiply(side, side, side, a, b, c);
                best = Math.min(best, System.nanoTime() - start);
            }
            return 2.0 * side * side * side / best;
        }
    }
}
