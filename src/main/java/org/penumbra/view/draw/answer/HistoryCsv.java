package org.penumbra.view.draw.answer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.penumbra.confidence.Verdict;
import org.penumbra.data.CsvTable;
import org.penumbra.live.draw.ModelAnswer;
import org.penumbra.net.image.GammaEstimate;

/**
 * Inputs and what the models say of them as comma-separated values: one header line, decimals with a dot, texts that need
 * it in quotation marks. What is not known, or does not exist for a model, is left empty.
 */
public final class HistoryCsv {

    private static final String[] VERDICTS = {
        "input",
        "model",
        "error",
        "gamma",
        "gamma_standard_error",
        "gamma_probes",
        "confidence",
        "Gamma",
        "best_class",
        "y",
        "scaled",
        "alpha",
        "beta",
        "tau",
        "known",
        "verdict"
    };
    private static final String[] SCORES = {"input", "model", "class", "name", "y", "scaled"};
    private static final String UNKNOWN = "no verdict: not calibrated";

    private HistoryCsv() {}

    /**
     * An input with the answers to it.
     *
     * @param title   of the input
     * @param answers of the models
     * @param names   of the models, in that order
     */
    public record Line(String title, List<ModelAnswer> answers, List<String> names) {}

    /** Writes the lines of a table. */
    private interface Filling {
        void into(CsvTable table) throws IOException;
    }

    /** A line for each input and model: the verdict at these settings and what it rests on. */
    public static String verdicts(List<Line> lines, DrawSettings settings) {
        return text(VERDICTS, table -> {
            for (Line line : lines) {
                for (int i = 0; i < line.answers().size(); i++) {
                    table.line(verdict(line, i, settings));
                }
            }
        });
    }

    /** A line for each input, model and class: y and y~. */
    public static String scores(List<Line> lines, DrawSettings settings) {
        return text(SCORES, table -> {
            for (Line line : lines) {
                for (int i = 0; i < line.answers().size(); i++) {
                    scores(table, line, i, settings);
                }
            }
        });
    }

    private static String text(String[] header, Filling filling) {
        StringBuilder text = new StringBuilder();
        try {
            filling.into(new CsvTable(text, header));
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory cannot be written to", e);
        }
        return text.toString();
    }

    private static void scores(CsvTable table, Line line, int i, DrawSettings settings) throws IOException {
        ModelAnswer answer = line.answers().get(i);
        Optional<CardReading> reading = reading(answer, settings);
        for (int k = 0; k < answer.scores().length; k++) {
            float y = answer.scores()[k];
            table.line(
                    line.title(),
                    line.names().get(i),
                    k,
                    answer.model().classes().get(k),
                    y,
                    reading.map(one -> number(one.verdict().confidence() * y)).orElse(""));
        }
    }

    private static Object[] verdict(Line line, int i, DrawSettings settings) {
        ModelAnswer answer = line.answers().get(i);
        Optional<GammaEstimate> gamma = answer.gamma();
        Object[] measured = {
            line.title(),
            line.names().get(i),
            number(answer.error()),
            gamma.map(one -> number(one.mean())).orElse(""),
            gamma.map(one -> number(one.standardError())).orElse(""),
            gamma.map(GammaEstimate::probes).orElse(null)
        };
        Object[] read = reading(answer, settings).map(HistoryCsv::read).orElseGet(() ->
                new Object[] {null, null, null, null, null, null, null, number(settings.tau()), null, UNKNOWN});
        return Stream.of(measured, read).flatMap(Stream::of).toArray();
    }

    private static Object[] read(CardReading reading) {
        boolean doubts = reading.doubts();
        Verdict verdict = reading.verdict();
        return new Object[] {
            number(verdict.confidence()),
            doubts && !reading.isProvisional() ? number(verdict.curvatureFactor()) : null,
            reading.answer().model().classes().get(verdict.bestClass()),
            number(verdict.probability()),
            number(verdict.score()),
            doubts ? number(reading.settings().alpha()) : null,
            doubts ? number(reading.settings().beta()) : null,
            number(verdict.tau()),
            verdict.known(),
            reading.inWords()
        };
    }

    private static Optional<CardReading> reading(ModelAnswer answer, DrawSettings settings) {
        return settings.suits(answer.model())
                ? Optional.of(CardReading.of(answer, settings.of(answer.model())))
                : Optional.empty();
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "" : String.format(Locale.ROOT, "%.7g", value);
    }
}
