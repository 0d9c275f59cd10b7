package org.penumbra.speed;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * What was measured, as Markdown: the machine and its load, how many images a second each engine did, and how many times
 * as fast as the others Penumbra was. A ratio that cannot be relied on is refused: its place says so, {@link #refusals}
 * names it, and only who asks for it sees it all the same, marked.
 */
public final class SpeedTable {

    private static final List<Engine> ENGINES = List.of(
            Engine.PENUMBRA, Engine.PYTORCH, Engine.PYTORCH_FOLDED, Engine.ONNX, Engine.ONNX_FOLDED, Engine.STOCK);
    private static final List<Engine> OTHERS =
            List.of(Engine.PYTORCH, Engine.PYTORCH_FOLDED, Engine.ONNX, Engine.ONNX_FOLDED);
    /**
     * Share of the cores that others may use. Engines whose threads meet in every operation suffer far more from a core
     * that is taken away than those whose threads meet once a batch, and on a machine that is busy all the time ratios
     * are wrong without spreading.
     */
    private static final double BUSY = 0.1;

    private static final double MULTIPLY_ADDS_A_PRODUCT = Math.pow(Task.SIDE, 3);

    private final Recording recording;
    private final boolean keep;

    /** @param keep whether ratios that are refused are shown, with a mark */
    public SpeedTable(Recording recording, boolean keep) {
        this.recording = recording;
        this.keep = keep;
    }

    /** Each ratio that is refused: which row, beside whom, and why; empty when all can be relied on. */
    public List<String> refusals() {
        List<String> refusals = new ArrayList<>();
        for (Row row : Row.ofNetworks()) {
            for (Engine other : Engine.values()) {
                Spread spread = ratio(row, other);
                String reason = spread == null ? "" : reason(row, other, spread);
                if (!reason.isEmpty()) {
                    refusals.add(row.title() + ", beside " + other.label() + ": " + reason);
                }
            }
        }
        return refusals;
    }

    /** Why a ratio is refused, in a few words; empty when it can be relied on. */
    private String reason(Row row, Engine other, Spread spread) {
        if (spread.count() < Spread.FEWEST) {
            return spread.count() + " rounds";
        }
        double busy = recording.busy(row, other);
        if (busy > BUSY) {
            return "others used " + percent("%.0f %%", busy);
        }
        return spread.reliable() ? "" : "spread " + percent("%.0f %%", spread.relative());
    }

    /** What a ratio needs, in a sentence. */
    public static String condition() {
        return String.format(
                Locale.ROOT,
                "A ratio is refused with fewer than %d rounds, with a spread beyond %.0f %%, or where other programs and the "
                        + "host used more than %.0f %% of the cores.",
                Spread.FEWEST,
                100 * Spread.LIMIT,
                100 * BUSY);
    }

    /** The whole text. */
    public String markdown() {
        StringBuilder text = new StringBuilder();
        recording
                .facts()
                .forEach((name, value) -> text.append("- ")
                        .append(name)
                        .append(": ")
                        .append(value)
                        .append('\n'));
        text.append("- ").append(load()).append("\n\n");
        speeds(text);
        text.append(
                "\nHow many times as fast as the others Penumbra is, round by round. \"Spread\" is the distance between "
                        + "the quartiles, as a share of the median.\n" + condition() + "\n\n");
        ratios(text, OTHERS);
        text.append("\nThe same beside DL4J's stock layers, in some of the rounds:\n\n");
        ratios(text, List.of(Engine.STOCK));
        return text.toString();
    }

    private String load() {
        if (recording.turns().stream().anyMatch(turn -> Double.isNaN(turn.others()))) {
            return "who else used the cores: unknown on this platform";
        }
        return String.format(
                Locale.ROOT,
                "of the cores during a turn, on average and at most: other programs %s, stolen by the host %s, the "
                        + "benchmark's waiting processes %s; used by the engine itself at least %s",
                shares(Turn::others),
                shares(Turn::stolen),
                shares(Turn::waiting),
                percent("%.0f %%", share(Turn::own).least()));
    }

    private String shares(ToDoubleFunction<Turn> seconds) {
        Spread spread = share(seconds);
        double mean = recording.turns().stream().mapToDouble(seconds).sum()
                / recording.turns().stream().mapToDouble(Turn::seconds).sum()
                / recording.cores();
        return percent("%.1f %%", mean) + " and " + percent("%.0f %%", spread.most());
    }

    private Spread share(ToDoubleFunction<Turn> seconds) {
        return Spread.of(recording.turns().stream()
                .mapToDouble(turn -> seconds.applyAsDouble(turn) / turn.seconds() / recording.cores())
                .toArray());
    }

    private void speeds(StringBuilder text) {
        List<String> titles = new ArrayList<>(List.of("images a second (median)"));
        ENGINES.forEach(engine -> titles.add(engine.label()));
        titles.addAll(List.of("the product alone", "of the product: Penumbra", "PyTorch"));
        head(text, titles);
        for (Row row : Row.ofNetworks()) {
            List<String> cells = new ArrayList<>(List.of(row.title()));
            ENGINES.forEach(engine -> cells.add(figure("%.0f", recording.speeds(row, engine))));
            cells.add(figure("%.0f", limits(row)));
            cells.add(figure("%.0f %%", shareOfProduct(row, Engine.PENUMBRA)));
            cells.add(figure("%.0f %%", shareOfProduct(row, Engine.PYTORCH)));
            line(text, cells);
        }
        List<String> product = new ArrayList<>(List.of(Row.PRODUCT.title() + ", GFLOP/s"));
        ENGINES.forEach(engine -> product.add(figure("%.0f", flops(engine))));
        product.addAll(List.of("", "", ""));
        line(text, product);
    }

    /** Images a second if nothing were done but the network's multiplications, each as fast as in a large product. */
    private double[] limits(Row row) {
        return recording.speeds(Row.PRODUCT, Engine.PENUMBRA).values().stream()
                .mapToDouble(products -> products * MULTIPLY_ADDS_A_PRODUCT / multiplyAdds(row))
                .toArray();
    }

    private double[] shareOfProduct(Row row, Engine engine) {
        double[] shares =
                Recording.quotients(recording.speeds(row, engine), recording.speeds(Row.PRODUCT, Engine.PENUMBRA));
        return Arrays.stream(shares)
                .map(share -> 100 * share * multiplyAdds(row) / MULTIPLY_ADDS_A_PRODUCT)
                .toArray();
    }

    private double[] flops(Engine engine) {
        return recording.speeds(Row.PRODUCT, engine).values().stream()
                .mapToDouble(products -> 2e-9 * MULTIPLY_ADDS_A_PRODUCT * products)
                .toArray();
    }

    private static double multiplyAdds(Row row) {
        ImageArithmetic arithmetic = ImageArithmetic.of(row.network());
        return row.task() == Task.TRAIN ? arithmetic.training() : arithmetic.inference();
    }

    private void ratios(StringBuilder text, List<Engine> others) {
        head(text, List.of("times as fast", "beside", "median", "quartiles", "least to most", "spread", "rounds"));
        for (Row row : Row.ofNetworks()) {
            for (Engine other : others) {
                Spread spread = ratio(row, other);
                if (spread != null) {
                    line(text, cells(row, other, spread));
                }
            }
        }
    }

    private List<String> cells(Row row, Engine other, Spread spread) {
        String reason = reason(row, other, spread);
        String rounds = Integer.toString(spread.count());
        if (!reason.isEmpty() && !keep) {
            return List.of(row.title(), other.label(), "refused: " + reason, "", "", "", rounds);
        }
        return List.of(
                row.title(),
                other.label(),
                (reason.isEmpty() ? "" : "**unreliable** ") + number(spread.median()),
                number(spread.lower()) + " to " + number(spread.upper()),
                number(spread.least()) + " to " + number(spread.most()),
                percent("%.0f %%", spread.relative()),
                rounds);
    }

    private Spread ratio(Row row, Engine other) {
        double[] ratios = other == Engine.PENUMBRA ? new double[0] : recording.ratios(row, other);
        return ratios.length == 0 ? null : Spread.of(ratios);
    }

    private static void head(StringBuilder text, List<String> titles) {
        line(text, titles);
        text.append("|---".repeat(titles.size())).append("|\n");
    }

    private static void line(StringBuilder text, List<String> cells) {
        text.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }

    private static String figure(String format, Map<Integer, Double> byRound) {
        return figure(
                format,
                byRound.values().stream().mapToDouble(Double::doubleValue).toArray());
    }

    private static String figure(String format, double[] numbers) {
        return numbers.length == 0
                ? "-"
                : String.format(Locale.ROOT, format, Spread.of(numbers).median());
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value < 10 ? "%.2f" : "%.1f", value);
    }

    private static String percent(String format, double share) {
        return String.format(Locale.ROOT, format, 100 * share);
    }
}
