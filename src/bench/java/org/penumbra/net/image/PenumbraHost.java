package org.penumbra.net.image;

import static org.bytedeco.openblas.global.openblas_nolapack.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas_nolapack.blas_set_num_threads;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_sgemm;

import java.util.Map;
import java.util.stream.IntStream;
import org.bytedeco.javacpp.FloatPointer;
import org.penumbra.net.Cores;
import org.penumbra.speed.Engine;
import org.penumbra.speed.Task;

/** This program in this process, with nothing set. */
final class PenumbraHost implements EngineHost {

    private record Matrices(FloatPointer a, FloatPointer b, FloatPointer c) {

        static Matrices filled() {
            float[] numbers = new float[Task.SIDE * Task.SIDE];
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = (i * 31 % 1000) / 1000f - 0.5f;
            }
            return new Matrices(
                    new FloatPointer(numbers), new FloatPointer(numbers), new FloatPointer((long) numbers.length));
        }

        void multiply() {
            int n = Task.SIDE;
            cblas_sgemm(CblasRowMajor, CblasNoTrans, CblasNoTrans, n, n, n, 1f, a, n, b, n, 0f, c, n);
        }
    }

    @Override
    public ImageEngine make(Engine engine, ImageWork work) {
        return new PenumbraEngine(work);
    }

    /** The networks cut their work into a lane for each core, as in the program. */
    @Override
    public void useAllCores() {
        if (ImageTraining.defaultLanes() != Cores.count()) {
            throw new IllegalStateException("Penumbra: expected a lane for each of " + Cores.count()
                    + " cores, but it has " + ImageTraining.defaultLanes());
        }
    }

    /** The limit: a product on each core, and all cores at once. */
    @Override
    public Runnable product() {
        blas_set_num_threads(1);
        Matrices[] lanes = IntStream.range(0, Cores.count())
                .mapToObj(core -> Matrices.filled())
                .toArray(Matrices[]::new);
        return () -> Cores.run(lanes.length, core -> lanes[core].multiply());
    }

    @Override
    public int productsACall() {
        return Cores.count();
    }

    @Override
    public Map<String, String> facts() {
        return Map.of("Penumbra's products", "OpenBLAS with the kernels for " + OpenBlasKernels.name());
    }
}
