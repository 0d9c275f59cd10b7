package org.penumbra.net.image;

import static org.penumbra.net.image.ChannelsFirst.Places.CHANNELS_FIRST;
import static org.penumbra.net.image.ChannelsFirst.Places.CHANNELS_LAST;

import java.util.HashMap;
import java.util.Map;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.IValue;
import org.bytedeco.pytorch.IValueVector;
import org.bytedeco.pytorch.InferenceMode;
import org.bytedeco.pytorch.JitModule;
import org.bytedeco.pytorch.QualifiedName;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * The same networks in PyTorch, as fast as its C++ interface makes them: images channels-last, answers by a frozen and
 * optimised TorchScript (kernels packed for oneDNN), training as {@link PyTorchTraining} does it. Answers are those of the
 * weights it started with: training does not reach the frozen copy.
 */
final class PyTorchEngine implements ImageEngine.Learning {

    private final PyTorchTraining training;
    private final JitModule frozen;
    private final Map<Integer, Input> inputs = new HashMap<>();
    private final boolean decoder;

    /** Memory for a number of images, and the tensor over it, made once. */
    private record Input(FloatPointer memory, IValueVector arguments) {

        static Input of(int count) {
            FloatPointer memory = new FloatPointer((long) count * ImageSettings.PIXELS);
            Tensor images = PyTorchFormat.CHANNELS_LAST.images(memory, count);
            return new Input(memory, new IValueVector(new IValue(images)));
        }
    }

    PyTorchEngine(ImageWork work, boolean folded, PyTorchFormat format) {
        training = new PyTorchTraining(work, folded, format);
        decoder = work.corrupts();
        JitModule module = new JitModule(new QualifiedName("answers"));
        // Packed convolutions give channels first, whatever they are given; transposed ones are not packed.
        PyTorchSource source = new PyTorchSource(decoder, folded, CHANNELS_FIRST, CHANNELS_LAST);
        for (ChannelsFirst array :
                ChannelsFirst.of(work.settings(), work.weights(), source.inputs(), source.outputs())) {
            Tensor weights = PyTorchFormat.CHANNELS_LAST.weights(array);
            module.register_parameter(
                    array.name(), weights.dim() == 2 ? weights.t().contiguous() : weights, false);
        }
        module.define(PyTorchSource.helpers());
        module.define(source.answers());
        module.eval();
        frozen = torch.optimize_for_inference(torch.freeze(module));
    }

    @Override
    public void train() {
        training.train();
    }

    @Override
    public double train(float[] clean, float[] corrupted, int[] labels) {
        return training.train(clean, corrupted, labels);
    }

    @Override
    @SuppressWarnings("try") // the scope frees what is made within it
    public Answers infer(float[] images, int count) {
        Input input = inputs.computeIfAbsent(count, Input::of);
        try (PointerScope scope = new PointerScope();
                InferenceMode mode = new InferenceMode()) {
            input.memory.put(images, 0, count * ImageSettings.PIXELS);
            IValue answers = frozen.forward(input.arguments);
            if (!decoder) {
                return new Answers(numbers(answers.toTensor(), count * 10), new float[0]);
            }
            IValueVector both = answers.toTupleRef().elements().vec();
            return new Answers(
                    numbers(both.get(0).toTensor(), count * 10),
                    numbers(both.get(1).toTensor(), count * ImageSettings.PIXELS));
        }
    }

    private static float[] numbers(Tensor tensor, int size) {
        float[] numbers = new float[size];
        // What has one channel, or none, lies the same in both formats.
        new FloatPointer(tensor.contiguous().data_ptr()).get(numbers);
        return numbers;
    }

    @Override
    public int parameterCount() {
        return training.parameterCount();
    }

    @Override
    public void close() {
        training.close();
        frozen.close();
    }
}
