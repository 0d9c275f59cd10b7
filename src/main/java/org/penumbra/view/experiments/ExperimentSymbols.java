package org.penumbra.view.experiments;

import java.util.List;
import org.penumbra.view.widget.symbol.PaperSymbols;
import org.penumbra.view.widget.symbol.Symbol;

/** Signs of the reports, each with what it means. */
final class ExperimentSymbols {

    static final Symbol INTERVAL = new Symbol(
            "\u00b1",
            "95 % interval",
            "mean \u00b1 t_{0.975} \u00b7 s / \u221an",
            "Half of the interval that holds the true mean with 95 % certainty, from n repeats with a standard deviation of "
                    + "s. In a chart it is the band around a line. Few repeats make it wide.");
    static final Symbol DIFFERENCE = new Symbol(
            "\u0394",
            "Difference from the paper",
            "\u0394 = ours \u2212 the paper\u2019s",
            "Our figure less that of the paper, in the unit of the column. Where a smaller figure is better, such as the share of "
                    + "attacks that succeed, below 0 is good.");
    static final Symbol TAU = PaperSymbols.TAU;
    static final Symbol AUROC = new Symbol(
            "AUROC",
            "Area under the ROC curve",
            "P(score of a known input > score of an unknown one)",
            "How well a score tells known inputs from unknown ones, whatever the threshold: 1 is perfect, 0.5 is guessing.");
    static final Symbol F1 = new Symbol(
            "F1",
            "Macro F1",
            "mean_{k} 2 \u00b7 precision_{k} \u00b7 recall_{k} / (precision_{k} + recall_{k})",
            "How well each class is found and nothing else is taken for it, the mean over all classes; \u201cunknown\u201d counts "
                    + "as one.");
    static final Symbol OSCR = new Symbol(
            "OSCR",
            "Open set classification rate",
            "area under right answers over accepted unknown inputs",
            "How many known inputs get the right class, over how many unknown ones get any, for all thresholds together: 1 is "
                    + "perfect.");

    private ExperimentSymbols() {}

    /** All of them, in the order in which they are met. */
    static List<Symbol> all() {
        return List.of(INTERVAL, DIFFERENCE, TAU, AUROC, F1, OSCR);
    }
}
