package org.penumbra.command.image;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.penumbra.fitting.UnknownFigures;

/**
 * How well detectors tell images of a model's classes from images of none, as it stands in the JSON of "evaluate".
 *
 * @param known       what the known images are
 * @param knownImages how many
 * @param conventions what the figures mean that are measured in more than one way
 */
@JsonNaming(SnakeCaseStrategy.class)
record OpenSetReport(String known, int knownImages, Map<String, String> conventions, List<Measured> detectors) {

    /** What is said of the figures. */
    static final Map<String, String> CONVENTIONS = explained();

    /**
     * The figures of one detector.
     *
     * @param file                 it was read from; null for one that ships or that the model brings along
     * @param fitSeconds           its fit took, the network's answers included; null where nothing was fitted
     * @param millisecondsAnImage  it took to judge one, the network's answer left out
     * @param tau                  threshold that macro F1 is measured at
     */
    @JsonNaming(SnakeCaseStrategy.class)
    record Measured(
            String detector,
            String name,
            String file,
            Double fitSeconds,
            double millisecondsAnImage,
            double tau,
            List<Row> unknown) {

        /** The AUROC against the set that it tells worst. */
        @JsonProperty("worst_auroc")
        double worstAuroc() {
            return unknown.stream().mapToDouble(Row::auroc).min().orElse(Double.NaN);
        }
    }

    /**
     * The figures against one set; areas and shares from 0 to 1.
     *
     * @param set                    of unknown images
     * @param auprKnown              average precision with the known images as positives
     * @param auprUnknown            with the unknown ones as positives
     * @param fpr95                  share of unknown images accepted where 95 % of the known are
     * @param fpr95UnknownPositive   share of known images refused where 95 % of the unknown are
     * @param macroF1                with "unknown" as a class, at tau
     * @param knownAcceptedAndRight  share of the known images, at tau
     * @param unknownAccepted        share of the unknown images, at tau
     */
    @JsonNaming(SnakeCaseStrategy.class)
    record Row(
            String set,
            int images,
            double auroc,
            double auprKnown,
            double auprUnknown,
            double fpr95,
            double fpr95UnknownPositive,
            double oscr,
            double macroF1,
            double knownAcceptedAndRight,
            double unknownAccepted) {

        /** The figures against a set. */
        static Row of(String set, int images, UnknownFigures figures) {
            return new Row(
                    set,
                    images,
                    figures.auroc(),
                    figures.auprKnown(),
                    figures.auprUnknown(),
                    figures.fpr95(),
                    figures.fpr95UnknownPositive(),
                    figures.oscr(),
                    figures.macroF1(),
                    figures.knownAcceptedAndRight(),
                    figures.unknownAccepted());
        }
    }

    private static Map<String, String> explained() {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("aupr_known", "average precision by steps, known images as positives");
        texts.put("aupr_unknown", "average precision by steps, unknown images as positives");
        texts.put("fpr95", "share of unknown images accepted where 95 % of the known ones are");
        texts.put("fpr95_unknown_positive", "share of known images refused where 95 % of the unknown ones are");
        texts.put(
                "macro_f1", "mean over all classes and \"unknown\" at tau; it depends on how many images each set has");
        return texts;
    }

    /** The same as a table in Markdown, in per cent, the best AUROC of each set in bold. */
    String markdown() {
        StringBuilder table =
                new StringBuilder("| detector | unknown | AUROC | AUPR known | AUPR unknown | FPR95 | OSCR | "
                        + "macro F1 | tau | fit, s | ms an image |\n|---|---|---|---|---|---|---|---|---|---|---|\n");
        for (Measured measured : detectors) {
            for (int i = 0; i < measured.unknown().size(); i++) {
                Row row = measured.unknown().get(i);
                int set = i;
                boolean best = detectors.stream()
                        .allMatch(other -> !(other.unknown().get(set).auroc() > row.auroc()));
                String auroc = percent(row.auroc());
                table.append(String.format(
                        Locale.ROOT,
                        "| %s | %s | %s | %s | %s | %s | %s | %s | %.3g | %s | %.2f |%n",
                        measured.name(),
                        row.set(),
                        best ? "**" + auroc + "**" : auroc,
                        percent(row.auprKnown()),
                        percent(row.auprUnknown()),
                        percent(row.fpr95()),
                        percent(row.oscr()),
                        percent(row.macroF1()),
                        measured.tau(),
                        measured.fitSeconds() == null ? "-" : String.format(Locale.ROOT, "%.1f", measured.fitSeconds()),
                        measured.millisecondsAnImage()));
            }
        }
        return table.append("\nKnown: ")
                .append(knownImages)
                .append(" of ")
                .append(known)
                .append(
                        ". In per cent. AUPR: average precision by steps. FPR95: unknown images accepted where 95 % of the known "
                                + "ones are. Macro F1 with \"unknown\" as a class, at tau.")
                .toString();
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.2f", 100 * share);
    }
}
