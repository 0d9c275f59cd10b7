package org.penumbra.net.image;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.HashMap;
import java.util.Map;
import org.penumbra.net.Cores;

/** The same networks in ONNX Runtime, which reads and writes memory that is kept between calls. */
final class OnnxEngine implements ImageEngine {

    private final OrtEnvironment environment;
    private final OrtSession session;
    private final boolean decoder;
    private final int units;
    private final int parameters;
    private final Map<Integer, Memory> memories = new HashMap<>();

    /** Memory for a number of images and their answers. */
    private record Memory(
            FloatBuffer images,
            FloatBuffer probabilities,
            FloatBuffer reconstructions,
            Map<String, OnnxTensor> inputs,
            Map<String, OnnxValue> outputs) {}

    OnnxEngine(OrtEnvironment environment, ImageWork work, boolean folded) throws OrtException {
        this.environment = environment;
        decoder = work.corrupts();
        units = work.settings().units();
        parameters = work.weights().length;
        try (SessionOptions options = new SessionOptions()) {
            options.setIntraOpNumThreads(Cores.count());
            options.setInterOpNumThreads(1);
            options.setOptimizationLevel(SessionOptions.OptLevel.ALL_OPT);
            session = environment.createSession(OnnxModel.of(work, folded), options);
        }
    }

    @Override
    public Answers infer(float[] images, int count) {
        try {
            Memory memory = memories.get(count);
            if (memory == null) {
                memory = memory(count);
                memories.put(count, memory);
            }
            memory.images.put(0, images, 0, count * ImageSettings.PIXELS);
            session.run(memory.inputs, memory.outputs).close();
            float[] probabilities = new float[count * units];
            float[] reconstructions = new float[decoder ? count * ImageSettings.PIXELS : 0];
            memory.probabilities.get(0, probabilities);
            memory.reconstructions.get(0, reconstructions);
            return new Answers(probabilities, reconstructions);
        } catch (OrtException e) {
            throw new IllegalStateException("ONNX Runtime does not answer", e);
        }
    }

    private Memory memory(int count) throws OrtException {
        long[] size = {count, 1, ImageSettings.SIDE, ImageSettings.SIDE};
        FloatBuffer images = floats(count * ImageSettings.PIXELS);
        FloatBuffer probabilities = floats(count * units);
        FloatBuffer reconstructions = floats(decoder ? count * ImageSettings.PIXELS : 0);
        Map<String, OnnxValue> outputs = new HashMap<>();
        outputs.put(
                OnnxModel.PROBABILITIES,
                OnnxTensor.createTensor(environment, probabilities, new long[] {count, units}));
        if (decoder) {
            outputs.put(OnnxModel.RECONSTRUCTIONS, OnnxTensor.createTensor(environment, reconstructions, size));
        }
        return new Memory(
                images,
                probabilities,
                reconstructions,
                Map.of(OnnxModel.IMAGES, OnnxTensor.createTensor(environment, images, size)),
                outputs);
    }

    private static FloatBuffer floats(int count) {
        return ByteBuffer.allocateDirect(Float.BYTES * count)
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
    }

    /** Of the model it was given; the session knows inputs and outputs only. */
    @Override
    public int parameterCount() {
        return parameters;
    }

    @Override
    public void close() {
        try {
            for (Memory memory : memories.values()) {
                memory.inputs.values().forEach(OnnxTensor::close);
                memory.outputs.values().forEach(OnnxValue::close);
            }
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException("ONNX Runtime does not end", e);
        }
    }
}
