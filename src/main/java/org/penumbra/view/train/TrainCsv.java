package org.penumbra.view.train;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.penumbra.confidence.TopAnswers;
import org.penumbra.data.CsvTable;
import org.penumbra.data.WholeFile;
import org.penumbra.live.train.TrainingFrame;
import org.penumbra.live.train.TrainingPoint;

/**
 * What the training lab shows as comma-separated values: one header line, decimals with a dot. What is not known, or does
 * not exist for a network, is left empty. An existing file is replaced.
 */
final class TrainCsv {

    private static final String[] CURVES = {
        "run",
        "settings",
        "step",
        "epochs",
        "cross_entropy",
        "reconstruction",
        "held_out_cross_entropy",
        "held_out_reconstruction",
        "held_out_accuracy"
    };
    private static final String[] CONFUSION = {"class", "answer", "count", "share_of_class"};
    private static final String[] SAMPLES = {"images", "known", "error", "highest_score", "right"};

    private TrainCsv() {}

    /**
     * The curves of a run.
     *
     * @param name     tells it from the other runs: "now", or a letter
     * @param settings what was trained, in words
     * @param points   in the order of their steps
     */
    record Run(String name, String settings, List<TrainingPoint> points) {}

    /** A line for each point of each run; losses in nats and mean squared errors a pixel, without their weights. */
    static void curves(Path file, List<Run> runs) throws IOException {
        WholeFile.writeText(file, writer -> {
            CsvTable table = new CsvTable(writer, CURVES);
            for (Run run : runs) {
                for (TrainingPoint point : run.points()) {
                    table.line(
                            run.name(),
                            run.settings(),
                            point.step(),
                            point.epochs(),
                            known(point.crossEntropy()),
                            known(point.reconstruction()),
                            known(point.heldOutCrossEntropy()),
                            known(point.heldOutReconstruction()),
                            known(point.heldOutAccuracy()));
                }
            }
        });
    }

    /** A line for each class and each answer: how many images of the class got it, and which share of the class that is. */
    static void confusion(Path file, int[][] counts, List<String> classes) throws IOException {
        WholeFile.writeText(file, writer -> {
            CsvTable table = new CsvTable(writer, CONFUSION);
            for (int label = 0; label < counts.length; label++) {
                int sum = Arrays.stream(counts[label]).sum();
                for (int answer = 0; answer < counts.length; answer++) {
                    table.line(
                            classes.get(label),
                            classes.get(answer),
                            counts[label][answer],
                            sum == 0 ? null : (double) counts[label][answer] / sum);
                }
            }
        });
    }

    /**
     * A line for each image of the two samples: its reconstruction error, its highest score, and of a known one whether
     * the answer is right.
     *
     * @param unknown what the unknown images are
     */
    static void samples(Path file, TrainingFrame frame, String unknown) throws IOException {
        WholeFile.writeText(file, writer -> {
            CsvTable table = new CsvTable(writer, SAMPLES);
            write(table, "held out", true, frame.known());
            write(table, unknown, false, frame.unknown());
        });
    }

    private static void write(CsvTable table, String images, boolean known, TopAnswers answers) throws IOException {
        boolean decoder = answers.errors().length > 0;
        for (int i = 0; i < answers.count(); i++) {
            table.line(
                    images,
                    known,
                    decoder ? answers.errors()[i] : null,
                    answers.scores()[i],
                    known ? answers.right()[i] : null);
        }
    }

    private static Double known(double value) {
        return Double.isNaN(value) ? null : value;
    }
}
