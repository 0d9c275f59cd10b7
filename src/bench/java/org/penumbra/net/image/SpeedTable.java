package org.penumbra.net.image;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.openjdk.jmh.results.RunResult;
import org.penumbra.net.Cores;
import org.penumbra.speed.ImageArithmetic;

/** What was measured as one Markdown table: medians of all rounds, and how the engines stand to each other. */
final class SpeedTable {

    private static final String[] TASKS = {"train", "inferMany", "inferOne"};
    private static final Map<String, String> TITLES = Map.of(
            "train",
            "training, 128 a step",
            "inferMany",
            "inference, 1000 at once",
            "inferOne",
            "inference, 1 at once");

    /** Scores by {@code task/architecture/engine}, or "product". */
    private final Map<String, List<Double>> scores = new HashMap<>();

    /** Takes in one round's results. */
    void add(Iterable<RunResult> results) {
        for (RunResult result : results) {
            String benchmark = result.getParams().getBenchmark();
            String task = benchmark.substring(benchmark.lastIndexOf('.') + 1);
            String key = task.equals("product")
                    ? task
                    : String.join(
                            "/",
                            task,
                            result.getParams().getParam("architecture"),
                            result.getParams().getParam("engine"));
            List<Double> all = scores.computeIfAbsent(key, k -> new ArrayList<>());
            result.getBenchmarkResults()
                    .forEach(fork -> fork.getIterationResults()
                            .forEach(iteration ->
                                    all.add(iteration.getPrimaryResult().getScore())));
        }
    }

    /** The table. A ratio or a share that was not measured is "-". */
    String markdown() {
        double product = median("product");
        double multiplyAdds = product * Math.pow(ProductSpeed.SIZE, 3);
        StringBuilder text = new StringBuilder();
        double perProduct = 2e-9 * Math.pow(ProductSpeed.SIZE, 3);
        text.append(String.format(
                Locale.ROOT,
                "%d cores, each an sgemm of %d x %d: %.0f GFLOP/s in all (%.0f to %.0f)%n%n",
                Cores.count(),
                ProductSpeed.SIZE,
                ProductSpeed.SIZE,
                perProduct * product,
                perProduct * least("product"),
                perProduct * most("product")));
        text.append(
                "| images a second | network | Penumbra | PyTorch (DJL) | DL4J stock | the product alone | x PyTorch "
                        + "| x stock | of the product: Penumbra | PyTorch |\n|---|---|---|---|---|---|---|---|---|---|\n");
        for (String task : TASKS) {
            for (ImageArchitecture architecture : List.of(ImageArchitecture.CNN, ImageArchitecture.DAE_SYM)) {
                row(text, task, architecture, multiplyAdds);
            }
        }
        return text.toString();
    }

    private void row(StringBuilder text, String task, ImageArchitecture architecture, double multiplyAdds) {
        String key = task + "/" + architecture.name() + "/";
        double ours = median(key + ImageEngine.Kind.PENUMBRA);
        double pyTorch = median(key + ImageEngine.Kind.PYTORCH);
        double stock = median(key + ImageEngine.Kind.STOCK);
        ImageArithmetic arithmetic = ImageArithmetic.of(architecture);
        double limit = multiplyAdds / (task.equals("train") ? arithmetic.training() : arithmetic.inference());
        text.append(String.join(
                        " | ",
                        "| " + TITLES.get(task),
                        architecture.id(),
                        figure("%.0f", ours),
                        figure("%.0f", pyTorch),
                        figure("%.0f", stock),
                        figure("%.0f", limit),
                        figure("%.2f", ours / pyTorch),
                        figure("%.1f", ours / stock),
                        figure("%.0f %%", 100 * ours / limit),
                        figure("%.0f %%", 100 * pyTorch / limit)))
                .append(" |\n");
    }

    private static String figure(String format, double value) {
        return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, format, value);
    }

    private double[] sorted(String key) {
        double[] values = scores.getOrDefault(key, List.of()).stream()
                .mapToDouble(Double::doubleValue)
                .toArray();
        Arrays.sort(values);
        return values;
    }

    private double median(String key) {
        double[] values = sorted(key);
        int n = values.length;
        return n == 0 ? Double.NaN : (values[n / 2] + values[(n - 1) / 2]) / 2;
    }

    private double least(String key) {
        double[] values = sorted(key);
        return values.length == 0 ? Double.NaN : values[0];
    }

    private double most(String key) {
        double[] values = sorted(key);
        return values.length == 0 ? Double.NaN : values[values.length - 1];
    }
}
