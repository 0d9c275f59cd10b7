package org.penumbra.experiment.report;

import java.util.ArrayList;
import java.util.List;

/** A report with everything that reports have. */
final class SampleReport {

    private SampleReport() {}

    static Report report() {
        return new Report(
                "Table 1: MNIST",
                "How often is it right?",
                List.of(words(), table(), curves(), new Words("End", "Done.")));
    }

    static Words words() {
        return new Words("What was done", "Digits were *read*.\n\nTwice.");
    }

    static FigureTable table() {
        return new FigureTable(
                "accuracy",
                "Accuracy",
                "Right and accepted, of 10 000 images.",
                List.of(
                        new FigureTable.Column("right at tau 90 %", "%", 2),
                        new FigureTable.Column("fooled", "steps", 1),
                        new FigureTable.Column("AUROC", "", 3)),
                List.of(
                        new FigureTable.Row(
                                "CNN",
                                List.of(
                                        new FigureTable.Entry(99.2275, 0.114, 99.23, ""),
                                        FigureTable.Entry.of(70, 63.5),
                                        FigureTable.Entry.of(0.96849))),
                        new FigureTable.Row(
                                "dAE | <sym>",
                                List.of(
                                        FigureTable.Entry.of(98.43, 98.11),
                                        new FigureTable.Entry(
                                                Double.NaN, Double.NaN, Double.NaN, "none of 200 was fooled"),
                                        FigureTable.Entry.of(1))),
                        new FigureTable.Row(
                                "ours",
                                List.of(
                                        FigureTable.Entry.of(7.125),
                                        FigureTable.Entry.none("none of 200 was fooled"),
                                        FigureTable.Entry.none("not | run")))));
    }

    static Curves curves() {
        return new Curves(
                "auroc",
                "AUROC over the number of classes",
                "Known against unknown.",
                Curves.Axis.of("training classes"),
                new Curves.Axis("AUROC", 0.5, 1),
                List.of(
                        rising("dAE sym", 0.98, false),
                        rising("CNN", 0.9, false),
                        rising("dAE sym", 0.95, true),
                        new Curves.Curve(
                                "jury of \"three\"",
                                List.of(1.0, 2.0, 3.0),
                                List.of(0.9, Double.NaN, 0.875),
                                List.of(),
                                false)));
    }

    private static Curves.Curve rising(String name, double end, boolean paper) {
        List<Double> x = new ArrayList<>();
        List<Double> y = new ArrayList<>();
        List<Double> interval = new ArrayList<>();
        for (int classes = 1; classes <= 10; classes++) {
            x.add((double) classes);
            y.add(end - 0.3 / (classes + 1));
            interval.add(0.04 / classes);
        }
        return new Curves.Curve(name, x, y, paper ? List.of() : interval, paper);
    }
}
