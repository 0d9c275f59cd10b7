package org.penumbra.confidence;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.penumbra.data.plane.Grid;
import org.penumbra.net.plane.PlaneResponse;

/**
 * Writes what is known of every cell of a grid as comma-separated values: one header line, then one line a cell in the
 * order of the cells, decimals with a dot.
 *
 * <p>The columns: {@code x,y} the cell's centre; {@code p0..} the probabilities; {@code rx,ry} the reconstruction;
 * {@code error} = ||r(x) - x||; {@code gamma}; {@code Gamma}; {@code confidence} = c~; {@code scaled0..} = c~ * p.
 */
public final class FieldsCsv {

    private FieldsCsv() {}

    /**
     * Writes all cells into a file; an existing one is replaced.
     *
     * @throws IOException where it cannot be written
     */
    public static void write(Path file, Grid grid, PlaneResponse response, ConfidenceSettings settings)
            throws IOException {
        try (Writer writer = Files.newBufferedWriter(file)) {
            write(writer, grid, response, settings);
        }
    }

    /**
     * Writes all cells.
     *
     * @param writer   receives the text and stays open
     * @param grid     where the response was taken
     * @param response of a network in the plane, one input a cell
     * @param settings alpha and beta the confidence is computed with
     */
    public static void write(Writer writer, Grid grid, PlaneResponse response, ConfidenceSettings settings)
            throws IOException {
        if (response.count() != grid.size() || response.dimensions() != 2) {
            throw new IllegalArgumentException("expected a response of two dimensions at " + grid.size()
                    + " cells, but got " + response.dimensions() + " dimensions at " + response.count());
        }
        ConfidenceField field = ConfidenceField.of(response, settings);
        writer.write(header(response.classes()));
        StringBuilder line = new StringBuilder(256);
        for (int cell = 0; cell < grid.size(); cell++) {
            line.setLength(0);
            line.append(grid.x(cell % grid.columns())).append(',').append(grid.y(cell / grid.columns()));
            append(line, response, field, cell);
            writer.append(line).write('\n');
        }
    }

    private static String header(int classes) {
        StringBuilder header = new StringBuilder("x,y");
        for (int k = 0; k < classes; k++) {
            header.append(",p").append(k);
        }
        header.append(",rx,ry,error,gamma,Gamma,confidence");
        for (int k = 0; k < classes; k++) {
            header.append(",scaled").append(k);
        }
        return header.append('\n').toString();
    }

    private static void append(StringBuilder line, PlaneResponse response, ConfidenceField field, int cell) {
        int classes = response.classes();
        for (int k = 0; k < classes; k++) {
            line.append(',').append(response.probabilities()[cell * classes + k]);
        }
        float confidence = field.confidence()[cell];
        line.append(',')
                .append(response.reconstruction()[2 * cell])
                .append(',')
                .append(response.reconstruction()[2 * cell + 1])
                .append(',')
                .append(response.error()[cell])
                .append(',')
                .append(response.gamma()[cell])
                .append(',')
                .append(field.curvatureFactor()[cell])
                .append(',')
                .append(confidence);
        for (int k = 0; k < classes; k++) {
            line.append(',').append(response.probabilities()[cell * classes + k] * confidence);
        }
    }
}
