package org.penumbra.view.draw;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.penumbra.live.draw.ModelAnswer;
import org.penumbra.net.image.GammaEstimate;

/**
 * Inputs and what the models say of them as comma-separated values: one header line, decimals with a dot, texts that need
 * it in quotation marks. What is not known, or does not exist for a model, is left empty.
 */
final class HistoryCsv {

    private static final String VERDICTS = "input,model,error,gamma,gamma_standard_error,gamma_probes,confidence,Gamma,"
            + "best_class,y,scaled,alpha,beta,tau,known,verdict\n";
    private static final String SCORES = "input,model,class,name,y,scaled\n";

    private HistoryCsv() {}

    /**
     * An input with the answers to it.
     *
     * @param title   of the input
     * @param answers of the models
     * @param names   of the models, in that order
     */
    record Line(String title, List<ModelAnswer> answers, List<String> names) {}

    /** A line for each input and model: the verdict at these settings and what it rests on. */
    static String verdicts(List<Line> lines, DrawSettings settings) {
        StringBuilder text = new StringBuilder(VERDICTS);
        for (Line line : lines) {
            for (int i = 0; i < line.answers().size(); i++) {
                text.append(quoted(line.title()))
                        .append(',')
                        .append(quoted(line.names().get(i)))
                        .append(',');
                verdict(text, line.answers().get(i), settings);
            }
        }
        return text.toString();
    }

    /** A line for each input, model and class: y and y~. */
    static String scores(List<Line> lines, DrawSettings settings) {
        StringBuilder text = new StringBuilder(SCORES);
        for (Line line : lines) {
            for (int i = 0; i < line.answers().size(); i++) {
                ModelAnswer answer = line.answers().get(i);
                Optional<CardReading> reading = reading(answer, settings);
                for (int k = 0; k < answer.scores().length; k++) {
                    float y = answer.scores()[k];
                    text.append(quoted(line.title()))
                            .append(',')
                            .append(quoted(line.names().get(i)))
                            .append(',')
                            .append(k)
                            .append(',')
                            .append(quoted(answer.model().classes().get(k)))
                            .append(',')
                            .append(y)
                            .append(',')
                            .append(reading.map(one -> number(one.verdict().confidence() * y))
                                    .orElse(""))
                            .append('\n');
                }
            }
        }
        return text.toString();
    }

    private static void verdict(StringBuilder text, ModelAnswer answer, DrawSettings settings) {
        Optional<GammaEstimate> gamma = answer.gamma();
        text.append(number(answer.error()))
                .append(',')
                .append(gamma.map(one -> number(one.mean())).orElse(""))
                .append(',')
                .append(gamma.map(one -> number(one.standardError())).orElse(""))
                .append(',')
                .append(gamma.map(one -> Integer.toString(one.probes())).orElse(""))
                .append(',');
        Optional<CardReading> reading = reading(answer, settings);
        if (reading.isEmpty()) {
            text.append(",,,,,,,").append(number(settings.tau())).append(",,\"no verdict: not calibrated\"\n");
            return;
        }
        CardReading known = reading.get();
        boolean doubts = known.doubts();
        var verdict = known.verdict();
        text.append(number(verdict.confidence()))
                .append(',')
                .append(doubts && !known.isProvisional() ? number(verdict.curvatureFactor()) : "")
                .append(',')
                .append(quoted(answer.model().classes().get(verdict.bestClass())))
                .append(',')
                .append(number(verdict.probability()))
                .append(',')
                .append(number(verdict.score()))
                .append(',')
                .append(doubts ? number(known.settings().alpha()) : "")
                .append(',')
                .append(doubts ? number(known.settings().beta()) : "")
                .append(',')
                .append(number(verdict.tau()))
                .append(',')
                .append(verdict.known())
                .append(',')
                .append(quoted(known.inWords()))
                .append('\n');
    }

    private static Optional<CardReading> reading(ModelAnswer answer, DrawSettings settings) {
        return settings.suits(answer.model())
                ? Optional.of(CardReading.of(answer, settings.of(answer.model())))
                : Optional.empty();
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "" : String.format(Locale.ROOT, "%.7g", value);
    }

    /** Quotation marks where a comma, a quotation mark or a line break would be misread (RFC 4180). */
    private static String quoted(String text) {
        return text.matches("(?s).*[,\"\\r\\n].*") ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}
