package org.penumbra.net.image;

import static org.bytedeco.openblas.global.openblas_nolapack.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas_nolapack.blas_set_num_threads;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_sgemm;

import java.util.concurrent.TimeUnit;
import org.bytedeco.javacpp.FloatPointer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Threads;

/** The limit: products of square single-precision matrices, one on each core and all cores at once. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class ProductSpeed {

    static final int SIZE = 1024;

    private final FloatPointer a = new FloatPointer((long) SIZE * SIZE);
    private final FloatPointer b = new FloatPointer((long) SIZE * SIZE);
    private final FloatPointer c = new FloatPointer((long) SIZE * SIZE);

    /** Fills the matrices. */
    @Setup
    public void fill() {
        blas_set_num_threads(1);
        float[] numbers = new float[SIZE * SIZE];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = (i * 31 % 1000) / 1000f - 0.5f;
        }
        a.put(numbers);
        b.put(numbers);
    }

    /** One product of 1024 x 1024 matrices on each of JMH's threads; the score counts those of all threads. */
    @Benchmark
    @Threads(Threads.MAX)
    public void product() {
        cblas_sgemm(CblasRowMajor, CblasNoTrans, CblasNoTrans, SIZE, SIZE, SIZE, 1f, a, SIZE, b, SIZE, 0f, c, SIZE);
    }

    /** Frees native memory. */
    @TearDown
    public void close() {
        a.close();
        b.close();
        c.close();
    }
}
