package org.penumbra.net.image;

import static org.bytedeco.openblas.global.openblas_nolapack.blas_get_num_threads;
import static org.bytedeco.openblas.global.openblas_nolapack.blas_set_num_threads;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Context;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.penumbra.net.Cores;
import org.penumbra.speed.Engine;
import org.penumbra.speed.Task;

/** PyTorch in this process. */
final class PyTorchHost implements EngineHost {

    private static final int TRIALS = 3;
    private static final double TRIAL_SECONDS = 0.4;

    private final Map<String, PyTorchFormat> formats = new HashMap<>();

    @Override
    public ImageEngine make(Engine engine, ImageWork work) {
        useAllCores();
        String name = engine.label() + " " + work.settings().architecture().id();
        PyTorchFormat format = formats.get(name);
        if (format == null) {
            format = fasterFormat(work, engine.folded());
            formats.put(name, format);
        }
        return new PyTorchEngine(work, engine.folded(), format);
    }

    /** Which format trains faster: the better of a few short trials each, in turns. */
    private static PyTorchFormat fasterFormat(ImageWork work, boolean folded) {
        try (PyTorchTraining contiguous = new PyTorchTraining(work, folded, PyTorchFormat.CONTIGUOUS);
                PyTorchTraining last = new PyTorchTraining(work, folded, PyTorchFormat.CHANNELS_LAST)) {
            double contiguousSpeed = 0;
            double lastSpeed = 0;
            for (int trial = 0; trial < TRIALS; trial++) {
                contiguousSpeed = Math.max(contiguousSpeed, speed(contiguous));
                lastSpeed = Math.max(lastSpeed, speed(last));
            }
            return lastSpeed >= contiguousSpeed ? PyTorchFormat.CHANNELS_LAST : PyTorchFormat.CONTIGUOUS;
        }
    }

    private static double speed(PyTorchTraining training) {
        Stopwatch.time(training::train, TRIAL_SECONDS / 2);
        return Stopwatch.time(training::train, TRIAL_SECONDS).speed();
    }

    @Override
    public void useAllCores() {
        int cores = Cores.count();
        torch.set_num_threads(cores);
        blas_set_num_threads(cores);
        if (torch.get_num_threads() != cores || blas_get_num_threads() != cores) {
            throw new IllegalStateException("PyTorch: expected " + cores + " threads, but it has "
                    + torch.get_num_threads() + " and its OpenBLAS " + blas_get_num_threads());
        }
        if (!Context.hasMKLDNN() || !torch.globalContext().userEnabledMkldnn()) {
            throw new IllegalStateException("PyTorch: expected oneDNN to be on, but it is off");
        }
    }

    @Override
    @SuppressWarnings("try") // the scope frees what is made within it
    public Runnable product() {
        Tensor a = torch.randn(Task.SIDE, Task.SIDE);
        Tensor b = torch.randn(Task.SIDE, Task.SIDE);
        return () -> {
            try (PointerScope scope = new PointerScope()) {
                torch.mm(a, b);
            }
        };
    }

    /** What PyTorch says about how it was built. */
    private static String built(String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(torch.show_config().getString());
        return matcher.find() ? matcher.group(1) : "unknown";
    }

    @Override
    public Map<String, String> facts() {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put(
                "PyTorch",
                built("TORCH_VERSION=([\\d.]+)") + " for " + built("CPU capability usage: (\\w+)") + ", oneDNN "
                        + built("MKL-DNN v([\\d.]+)") + " on, " + torch.get_num_threads()
                        + " threads, products by OpenBLAS "
                        + "with the kernels for " + OpenBlasKernels.name());
        facts.put(
                "PyTorch trains",
                formats.entrySet().stream()
                        .map(entry -> entry.getKey() + " " + entry.getValue().label())
                        .sorted()
                        .collect(Collectors.joining("; ")));
        return facts;
    }
}
