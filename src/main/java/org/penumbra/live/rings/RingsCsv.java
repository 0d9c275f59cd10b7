package org.penumbra.live.rings;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import org.penumbra.data.CsvTable;
import org.penumbra.data.WholeFile;

/** Writes training curves as comma-separated values: one header line, then one line a point, decimals with a dot. */
public final class RingsCsv {

    private static final String[] HEADER = {
        "run",
        "step",
        "classification_loss",
        "reconstruction_loss",
        "accuracy",
        "auroc_without_gamma",
        "auroc_with_gamma"
    };

    private RingsCsv() {}

    /**
     * Writes the points into a file, whole or not at all; an existing one is replaced.
     *
     * @throws IOException where it cannot be written
     */
    public static void write(Path file, List<RingsPoint> points) throws IOException {
        WholeFile.writeText(file, writer -> write(writer, points));
    }

    /**
     * Writes the points in their order; a value that is not known is {@code NaN}.
     *
     * @param writer receives the text and stays open
     */
    public static void write(Writer writer, List<RingsPoint> points) throws IOException {
        CsvTable table = new CsvTable(writer, HEADER);
        for (RingsPoint point : points) {
            table.line(
                    point.generation(),
                    point.step(),
                    point.classificationLoss(),
                    point.reconstructionLoss(),
                    point.accuracy(),
                    point.aurocWithoutGamma(),
                    point.aurocWithGamma());
        }
    }
}
