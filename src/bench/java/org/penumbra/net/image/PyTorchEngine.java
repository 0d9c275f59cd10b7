package org.penumbra.net.image;

import ai.djl.Device;
import ai.djl.Model;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.jni.JniUtils;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.GradientCollector;
import ai.djl.training.ParameterStore;
import ai.djl.training.Trainer;
import ai.djl.training.loss.Loss;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import java.nio.file.Path;
import java.util.Arrays;
import org.penumbra.net.Cores;
import org.penumbra.net.ParameterBlock;

/** The same networks in PyTorch, through DJL: its blocks, its trainer, its Adam. */
final class PyTorchEngine implements ImageEngine {

    private static final int SIDE = ImageSettings.SIDE;

    private final ImageWork work;
    private final PyTorchNetwork network;
    private final Model model;
    private final Trainer trainer;
    private final Loss crossEntropy = Loss.softmaxCrossEntropyLoss();
    private int next;

    /** @param cache where the native library is unpacked; nothing is downloaded */
    PyTorchEngine(ImageWork work, Path cache) {
        this.work = work;
        useAllCoresOffline(cache);
        network = new PyTorchNetwork(work.settings());
        model = Model.newInstance(work.settings().architecture().id(), Device.cpu(), "PyTorch");
        model.setBlock(network.block());
        trainer = model.newTrainer(new DefaultTrainingConfig(crossEntropy)
                .optDevices(new Device[] {Device.cpu()})
                .optOptimizer(Optimizer.adam()
                        .optLearningRateTracker(Tracker.fixed((float) ImageWork.LEARNING_RATE))
                        .build()));
        trainer.initialize(new Shape(ImageWork.BATCH, 1, SIDE, SIDE));
    }

    private static void useAllCoresOffline(Path cache) {
        int cores = Cores.count();
        System.setProperty("ai.djl.offline", "true");
        System.setProperty("OPT_OUT_TRACKING", "true");
        System.setProperty("DJL_CACHE_DIR", cache.toAbsolutePath().toString());
        System.setProperty("ENGINE_CACHE_DIR", cache.toAbsolutePath().toString());
        System.setProperty("ai.djl.pytorch.num_threads", Integer.toString(cores));
        System.setProperty("ai.djl.pytorch.num_interop_threads", "1");
        Engine.getEngine("PyTorch");
        if (JniUtils.getNumThreads() != cores) {
            throw new IllegalStateException("PyTorch: expected " + cores + " threads within an operation, but it has "
                    + JniUtils.getNumThreads());
        }
    }

    @Override
    public void train() {
        try (NDManager manager = trainer.getManager().newSubManager()) {
            NDArray clean = images(manager, work.batches()[next], ImageWork.BATCH);
            NDArray corrupted = work.corrupts()
                    ? manager.randomNormal(0f, (float) ImageWork.SIGMA, clean.getShape(), DataType.FLOAT32)
                            .addi(clean)
                    : clean;
            // The loss is read, as every engine here does in every step.
            step(clean, corrupted, manager.create(work.labels()[next])).getFloat();
        }
        next = (next + 1) % work.batches().length;
    }

    @Override
    public double train(float[] clean, float[] corrupted, int[] labels) {
        try (NDManager manager = trainer.getManager().newSubManager()) {
            return step(
                            images(manager, clean, labels.length),
                            images(manager, corrupted, labels.length),
                            manager.create(labels))
                    .getFloat();
        }
    }

    private NDArray step(NDArray clean, NDArray corrupted, NDArray labels) {
        NDArray loss;
        try (GradientCollector collector = trainer.newGradientCollector()) {
            NDList out = trainer.forward(new NDList(corrupted));
            loss = crossEntropy.evaluate(new NDList(labels), new NDList(out.get(0)));
            if (out.size() > 1) {
                loss = loss.add(out.get(1).sub(clean).square().mean().mul((float) ImageWork.LAMBDA));
            }
            collector.backward(loss);
        }
        trainer.step();
        return loss;
    }

    @Override
    public Answers infer(float[] images, int count) {
        try (NDManager manager = trainer.getManager().newSubManager()) {
            NDList out = network.block()
                    .forward(new ParameterStore(manager, false), new NDList(images(manager, images, count)), false);
            return new Answers(
                    out.get(0).softmax(1).toFloatArray(),
                    out.size() > 1 ? out.get(1).toFloatArray() : new float[0]);
        }
    }

    private static NDArray images(NDManager manager, float[] values, int count) {
        int size = count * ImageSettings.PIXELS;
        return manager.create(
                values.length == size ? values : Arrays.copyOf(values, size), new Shape(count, 1, SIDE, SIDE));
    }

    @Override
    public void setParameters(float[] values) {
        try (NDManager manager = trainer.getManager().newSubManager()) {
            for (ParameterBlock block : new ImageLayout(work.settings()).blocks()) {
                NDArray numbers = manager.create(Arrays.copyOfRange(values, block.from(), block.from() + block.size()));
                NDArray ordered = PyTorchNetwork.inPyTorchOrder(block, numbers);
                network.array(block).set(ordered.toFloatArray());
            }
        }
    }

    @Override
    public int parameterCount() {
        return (int) network.block().getParameters().values().stream()
                .mapToLong(p -> p.getArray().size())
                .sum();
    }

    @Override
    public void close() {
        trainer.close();
        model.close();
    }
}
