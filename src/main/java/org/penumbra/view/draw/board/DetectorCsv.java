package org.penumbra.view.draw.board;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import org.penumbra.confidence.Verdict;
import org.penumbra.data.CsvTable;

/** Inputs and what the detectors say of them as comma-separated values: a line for each input and detector. */
public final class DetectorCsv {

    private static final String[] HEADER = {
        "input", "model", "detector", "acceptance", "tau", "known", "best_class", "score", "ranking", "verdict"
    };

    private DetectorCsv() {}

    /**
     * An input with what the detectors say of it.
     *
     * @param title    of the input
     * @param model    the network's name
     * @param readings in the order of the cards
     */
    public record Line(String title, String model, List<DetectorReading> readings) {}

    /** The table; the score is that of the best class, the ranking is larger for what is better known. */
    public static String of(List<Line> lines) {
        StringBuilder text = new StringBuilder();
        try {
            CsvTable table = new CsvTable(text, HEADER);
            for (Line line : lines) {
                for (DetectorReading reading : line.readings()) {
                    table.line(line(line, reading));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory cannot be written to", e);
        }
        return text.toString();
    }

    private static Object[] line(Line line, DetectorReading reading) {
        Verdict verdict = reading.verdict();
        return new Object[] {
            line.title(),
            line.model(),
            reading.answer().detector().about().id(),
            number(reading.answer().acceptance()),
            number(verdict.tau()),
            verdict.known(),
            reading.classes().get(verdict.bestClass()),
            number(Math.exp(reading.answer().opinion().logScore(0, verdict.bestClass()))),
            number(reading.answer().opinion().ranking()[0]),
            reading.headline() + ": " + reading.why()
        };
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "" : String.format(Locale.ROOT, "%.7g", value);
    }
}
