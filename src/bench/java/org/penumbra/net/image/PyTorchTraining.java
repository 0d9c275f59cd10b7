package org.penumbra.net.image;

import java.util.List;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.LongPointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.CompilationUnit;
import org.bytedeco.pytorch.Dispatcher;
import org.bytedeco.pytorch.Function;
import org.bytedeco.pytorch.IValue;
import org.bytedeco.pytorch.IValueVector;
import org.bytedeco.pytorch.JitModule;
import org.bytedeco.pytorch.Method;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.OperatorHandle;
import org.bytedeco.pytorch.QualifiedName;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/**
 * Training in PyTorch: the loss and its gradient operation by operation (TorchScript's optimiser made it slower in every
 * case tried), then fused Adam. Its kernel has no name in the Java interface, and TorchScript drops calls of it, as it
 * takes a list that is changed for one that is not; so the dispatcher is asked for it.
 */
final class PyTorchTraining implements AutoCloseable {

    private static final double BETA1 = 0.9;
    private static final double BETA2 = 0.999;
    private static final double EPSILON = 1e-8;
    private static final Scalar ONE = new Scalar(1f);
    private static final Scalar SIGMA = new Scalar((float) ImageWork.SIGMA);

    private final ImageWork work;
    private final PyTorchFormat format;
    private final JitModule module = new JitModule(new QualifiedName("training"));
    private final TensorVector parameters = new TensorVector();
    private final Method loss;
    /** Owns the functions, so it must be kept. */
    private final CompilationUnit lists;

    private final Function listed;
    private final OperatorHandle adam = Dispatcher.singleton().findSchemaOrThrow("aten::_fused_adam_", "");
    private final Tensor steps = torch.zeros();
    /** What fused Adam changes: parameters, running means of the gradient and of its square. */
    private final IValue[] state;

    private final IValue none;
    private final IValue stepOfEach;
    private final FloatPointer[] images;
    private final LongPointer[] labels;
    private int next;

    PyTorchTraining(ImageWork work, boolean folded, PyTorchFormat format) {
        this.work = work;
        this.format = format;
        List<ChannelsFirst> weights =
                ChannelsFirst.of(work.settings(), work.weights(), format.places(), format.places());
        for (ChannelsFirst array : weights) {
            Tensor parameter = format.weights(array).requires_grad_(true);
            module.register_parameter(array.name(), parameter, false);
            parameters.push_back(parameter);
        }
        module.define(PyTorchSource.helpers());
        module.define(
                new PyTorchSource(work.corrupts(), folded, format.places(), format.places()).loss(ImageWork.LAMBDA));
        loss = module.get_method("loss");
        lists = torch.compile(PyTorchSource.lists(weights.size()));
        listed = lists.get_function(new QualifiedName("listed"));
        none = lists.get_function(new QualifiedName("none")).apply(new IValueVector());
        IValueVector counted = new IValueVector();
        weights.forEach(array -> counted.push_back(new IValue(steps)));
        stepOfEach = listed.apply(counted);
        state = new IValue[] {list(parameters), list(zeros()), list(zeros())};
        images = new FloatPointer[work.batches().length];
        labels = new LongPointer[images.length];
        for (int batch = 0; batch < images.length; batch++) {
            images[batch] = new FloatPointer(work.batches()[batch]);
            labels[batch] = pointer(work.labels()[batch]);
        }
    }

    private TensorVector zeros() {
        TensorVector zeros = new TensorVector();
        for (int i = 0; i < parameters.size(); i++) {
            zeros.push_back(torch.zeros_like(parameters.get(i).detach()));
        }
        return zeros;
    }

    private IValue list(TensorVector tensors) {
        IValueVector values = new IValueVector();
        for (int i = 0; i < tensors.size(); i++) {
            values.push_back(new IValue(tensors.get(i)));
        }
        return listed.apply(values);
    }

    private static LongPointer pointer(int[] labels) {
        long[] wide = new long[labels.length];
        for (int i = 0; i < labels.length; i++) {
            wide[i] = labels[i];
        }
        return new LongPointer(wide);
    }

    /** Takes a step on the next batch of the work; returns the loss before it. */
    @SuppressWarnings("try") // the scope frees what is made within it
    double train() {
        try (PointerScope scope = new PointerScope()) {
            Tensor clean = format.images(images[next], ImageWork.BATCH);
            Tensor corrupted = work.corrupts() ? corrupted(clean) : clean;
            double before = step(clean, corrupted, labels[next], ImageWork.BATCH);
            next = (next + 1) % images.length;
            return before;
        }
    }

    private Tensor corrupted(Tensor clean) {
        Tensor noise = torch.randn(ImageWork.BATCH, 1, ImageSettings.SIDE, ImageSettings.SIDE);
        return format.images(noise.mul_(SIGMA), ImageWork.BATCH).add_(clean);
    }

    /** Takes a step on given images; returns the loss before it. */
    @SuppressWarnings("try") // the scope frees what is made within it
    double train(float[] clean, float[] corrupted, int[] classes) {
        try (PointerScope scope = new PointerScope()) {
            return step(
                    format.images(new FloatPointer(clean), classes.length),
                    format.images(new FloatPointer(corrupted), classes.length),
                    pointer(classes),
                    classes.length);
        }
    }

    @SuppressWarnings("try") // the guard keeps the step itself out of the gradient
    private double step(Tensor clean, Tensor corrupted, LongPointer classes, int count) {
        Tensor numbers = torch.from_blob(classes, new long[] {count}, new TensorOptions(torch.ScalarType.Long));
        torch.setGraphExecutorOptimize(false);
        Tensor before = loss.apply(new IValueVector(new IValue(corrupted), new IValue(clean), new IValue(numbers)))
                .toTensor();
        torch.setGraphExecutorOptimize(true);
        TensorVector gradient = torch.grad(new TensorVector(before), parameters);
        for (int i = 0; i < gradient.size(); i++) {
            // Fused Adam walks through memory and takes it for granted that both lie in it in the same order.
            gradient.put(i, format.ordered(gradient.get(i)));
        }
        try (NoGradGuard guard = new NoGradGuard()) {
            steps.add_(ONE);
            adam.callBoxed(new IValueVector(
                    state[0],
                    list(gradient),
                    state[1],
                    state[2],
                    none,
                    stepOfEach,
                    new IValue(ImageWork.LEARNING_RATE),
                    new IValue(BETA1),
                    new IValue(BETA2),
                    new IValue(0.0),
                    new IValue(EPSILON),
                    new IValue(false),
                    new IValue(false),
                    new IValue(),
                    new IValue()));
        }
        // Read, as every engine here does in every step.
        return before.item_float();
    }

    int parameterCount() {
        long count = 0;
        for (int i = 0; i < parameters.size(); i++) {
            count += parameters.get(i).numel();
        }
        return Math.toIntExact(count);
    }

    @Override
    public void close() {
        lists.close();
        parameters.close();
        module.close();
    }
}
