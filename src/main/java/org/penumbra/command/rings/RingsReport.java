package org.penumbra.command.rings;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.penumbra.confidence.ConfidenceSettings;
import org.penumbra.confidence.PlaneMetrics;
import org.penumbra.data.OutsideText;
import org.penumbra.data.plane.PlaneData;
import org.penumbra.data.plane.Rings;
import org.penumbra.net.plane.PlaneTrainingSettings;
import org.penumbra.preset.Preset;

/** A headless run for a reader: what was trained, the figures, and what to see in the pictures. */
final class RingsReport {

    private final Preset preset;
    private final RingsSummary summary;
    private final PlaneMetrics metrics;
    private final String detectors;

    /**
     * @param preset  what was run
     * @param summary its figures
     * @param metrics the same in full
     * @param detectors what was compared, Markdown; may be empty
     */
    RingsReport(Preset preset, RingsSummary summary, PlaneMetrics metrics, String detectors) {
        this.detectors = detectors;
        this.preset = preset;
        this.summary = summary;
        this.metrics = metrics;
    }

    /** A few lines for a terminal. */
    String words() {
        String head = String.format(
                Locale.ROOT,
                "%s, seed %d: %d steps in %.1f s (%.0f steps a second)",
                preset.title(),
                summary.seed(),
                summary.steps(),
                summary.seconds(),
                summary.stepsPerSecond());
        return Stream.concat(
                        Stream.of(head),
                        rows().stream().map(row -> String.format(Locale.ROOT, "%-64s%s", row.name(), row.value())))
                .collect(Collectors.joining(System.lineSeparator()));
    }

    /** The whole report, Markdown; the pictures are expected beside it. */
    String markdown() {
        return head() + figures() + pictures() + detectors;
    }

    private String head() {
        PlaneTrainingSettings training = preset.setup().training();
        ConfidenceSettings confidence = preset.confidence();
        return String.format(
                Locale.ROOT,
                """
            # %s

            %s

            %d steps from seed %d in %.1f s (%.0f steps a second). Hidden layers %s, %s; learning rate %s, sigma %s,
            lambda %s, batch %d. alpha %s, beta %s, tau %s; evaluated on %d x %d places.

            """,
                OutsideText.shown(preset.title()),
                OutsideText.shownLines(preset.description()),
                summary.steps(),
                summary.seed(),
                summary.seconds(),
                summary.stepsPerSecond(),
                preset.setup().network().hidden(),
                preset.setup().network().activation().name().toLowerCase(Locale.ROOT),
                plain(training.learningRate()),
                plain(training.sigma()),
                plain(training.lambda()),
                training.batch(),
                plain(confidence.alpha()),
                plain(confidence.beta()),
                plain(confidence.tau()),
                summary.grid(),
                summary.grid());
    }

    private String figures() {
        PlaneData data = preset.setup().data();
        return String.format(
                Locale.ROOT,
                """
            ## Figures

            "On the data" is within %s of where the data lie, "off the data" farther than %s.

            | figure | value |
            |---|---|
            %s

            """,
                plain(data.onWithin()),
                plain(data.offBeyond()),
                rows().stream()
                        .map(row -> "| " + row.name() + " | " + row.value() + " |")
                        .collect(Collectors.joining("\n")));
    }

    /** A figure and its name. */
    private record Row(String name, String value) {}

    private List<Row> rows() {
        return List.of(
                new Row("training points answered right by y", percent(summary.accuracy())),
                new Row(
                        "AUROC of the confidence, on against off the data, without Gamma",
                        number(metrics.aurocWithoutGamma())),
                new Row("the same with Gamma", number(metrics.aurocWithGamma())),
                new Row("mean confidence on the data", number(metrics.meanConfidenceOn())),
                new Row("mean confidence off the data", number(metrics.meanConfidenceOff())),
                new Row("mean gamma on the data", number(metrics.meanGammaOn())),
                new Row("gamma " + hollowsName(), hollowGammas()),
                new Row(
                        "share of the places off the data where y alone reaches tau",
                        percent(metrics.offAnsweredByY())),
                new Row(
                        "share of the places off the data where y~ reaches tau",
                        percent(metrics.offAnsweredByScaled())));
    }

    private String pictures() {
        return String.format(Locale.ROOT, """
            ## What to see

            ![y](y.png)

            **y**, what the classifier says: the colour of the likeliest class, as strong as its probability. It is
            strong almost everywhere, far from all data too.

            ![confidence](confidence.png)

            **c~(x) = exp(-alpha/D ||r(x) - x||) Gamma(x)**, the confidence: light where the data are, dark elsewhere.

            ![Gamma](gamma.png)

            **Gamma(x)**, from the curvature of the density. %s

            ![scaled outputs](scaled.png)

            **y~ = c~ y**, the scaled outputs: strong where the classifier is sure and the place is trusted. Inside the line
            they reach tau, and the program answers; outside it says "unknown".

            fields.csv holds the numbers behind the pictures, one place a line.
            """, curvature());
    }

    private String curvature() {
        return preset.confidence().beta() == 0
                ? "Beta is 0, which switches it off: it is 1 everywhere, and\nplaces that the data surround without covering "
                        + "them are trusted."
                : "It is dark where the data surround a place without\ncovering it. There the reconstruction error is small "
                        + "too, so that without Gamma the place would be trusted.";
    }

    private String hollowsName() {
        return preset.setup().data() instanceof Rings ? "at the rings' centres" : "at the hollows of the data";
    }

    private String hollowGammas() {
        List<Double> gammas = summary.gammaAtCentres();
        return gammas.isEmpty()
                ? "there are none"
                : gammas.stream()
                        .map(gamma -> gamma == null ? "no number" : number(gamma))
                        .collect(Collectors.joining(", "));
    }

    static String number(double value) {
        return Double.isNaN(value) ? "no such place" : String.format(Locale.ROOT, "%.4f", value);
    }

    private static String percent(double value) {
        return Double.isNaN(value) ? "no such place" : String.format(Locale.ROOT, "%.2f %%", 100 * value);
    }

    /** 20, 0.05, 0.001: without needless digits. */
    static String plain(double value) {
        return new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
    }
}
