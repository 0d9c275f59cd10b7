package org.penumbra.net.image;

import static org.bytedeco.openblas.global.openblas_nolapack.blas_get_num_threads;
import static org.bytedeco.openblas.global.openblas_nolapack.blas_set_num_threads;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoubleSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Context;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.penumbra.net.Cores;
import org.penumbra.speed.Engine;
import org.penumbra.speed.Row;
import org.penumbra.speed.Task;

/** PyTorch in this process. */
final class PyTorchHost implements EngineHost {

    private static final int TRIALS = 3;
    private static final double TRIAL_SECONDS = 0.3;

    private final Map<String, PyTorchFormat> formats = new HashMap<>();
    private final Map<String, Integer> blasThreads = new TreeMap<>();

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
            boolean faster = firstIsFaster(() -> speed(last::train), () -> speed(contiguous::train));
            return faster ? PyTorchFormat.CHANNELS_LAST : PyTorchFormat.CONTIGUOUS;
        }
    }

    /** Compares the better of a few short trials each, in turns. */
    private static boolean firstIsFaster(DoubleSupplier first, DoubleSupplier second) {
        double one = 0;
        double other = 0;
        for (int trial = 0; trial < TRIALS; trial++) {
            one = Math.max(one, first.getAsDouble());
            other = Math.max(other, second.getAsDouble());
        }
        return one >= other;
    }

    private static double speed(Runnable work) {
        Stopwatch.time(work, TRIAL_SECONDS / 2);
        return Stopwatch.time(work, TRIAL_SECONDS).speed();
    }

    /**
     * PyTorch's threads and those of the OpenBLAS it calls are not the same, and wait for each other by spinning, so that
     * a single one for OpenBLAS may be faster than one a core.
     */
    @Override
    public void prepare(Engine engine, Row row, Runnable work) {
        useAllCores();
        String name = engine.label() + " " + row.title();
        Integer threads = blasThreads.get(name);
        if (threads == null) {
            boolean faster = firstIsFaster(() -> speed(work, Cores.count()), () -> speed(work, 1));
            threads = faster ? Cores.count() : 1;
            blasThreads.put(name, threads);
        }
        useForProducts(threads);
    }

    private static double speed(Runnable work, int threads) {
        useForProducts(threads);
        return speed(work);
    }

    private static void useForProducts(int threads) {
        blas_set_num_threads(threads);
        if (blas_get_num_threads() != threads) {
            throw new IllegalStateException("PyTorch: expected its OpenBLAS to have " + threads
                    + " threads, but it has " + blas_get_num_threads());
        }
    }

    @Override
    public void useAllCores() {
        int cores = Cores.count();
        torch.set_num_threads(cores);
        useForProducts(cores);
        if (torch.get_num_threads() != cores) {
            throw new IllegalStateException(
                    "PyTorch: expected " + cores + " threads, but it has " + torch.get_num_threads());
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

    private String singleThreaded() {
        String rows = blasThreads.entrySet().stream()
                .filter(entry -> entry.getValue() == 1)
                .map(Map.Entry::getKey)
                .collect(Collectors.joining("; "));
        return rows.isEmpty() ? "nothing" : rows;
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
        facts.put("faster in PyTorch with a single thread of OpenBLAS", singleThreaded());
        return facts;
    }
}
