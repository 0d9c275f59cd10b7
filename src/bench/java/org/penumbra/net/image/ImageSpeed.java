package org.penumbra.net.image;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * Images a second. JMH takes the last parameter as the fastest changing one, so that the engines that are compared run one
 * after the other, each in a process of its own.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class ImageSpeed {

    private static final int MANY = 1000;

    /** The network. */
    @Param({"CNN", "DAE_SYM"})
    public ImageArchitecture architecture;

    /** An {@link ImageEngine.Kind}. */
    @Param({"PENUMBRA", "PYTORCH", "STOCK"})
    public String engine;

    private ImageEngine network;
    private float[] images;

    /** Makes the engine. */
    @Setup
    public void make() {
        ImageWork work = ImageWork.of(architecture);
        images = work.first(MANY);
        network = ImageEngine.make(ImageEngine.Kind.valueOf(engine), work);
    }

    /** One step of training on 128 images. */
    @Benchmark
    @OperationsPerInvocation(ImageWork.BATCH)
    public void train() {
        network.train();
    }

    /** Answers for 1000 images at once. */
    @Benchmark
    @OperationsPerInvocation(MANY)
    public Object inferMany() {
        return network.infer(images, MANY);
    }

    /** Answers for a single image. */
    @Benchmark
    public Object inferOne() {
        return network.infer(images, 1);
    }

    /** Frees native memory. */
    @TearDown
    public void close() {
        network.close();
    }
}
