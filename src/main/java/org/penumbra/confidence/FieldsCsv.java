package org.penumbra.confidence;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.penumbra.data.CsvTable;
import org.penumbra.data.WholeFile;
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

    /** Columns besides those there are for each class. */
    private static final int OTHERS = 8;

    private FieldsCsv() {}

    /**
     * Writes all cells into a file, whole or not at all; an existing one is replaced.
     *
     * @throws IOException where it cannot be written
     */
    public static void write(Path file, Grid grid, PlaneResponse response, ConfidenceSettings settings)
            throws IOException {
        WholeFile.writeText(file, writer -> write(writer, grid, response, settings));
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
        CsvTable table = new CsvTable(writer, header(response.classes()));
        for (int cell = 0; cell < grid.size(); cell++) {
            table.line(values(grid, response, field, cell));
        }
    }

    private static String[] header(int classes) {
        return Stream.of(
                        Stream.of("x", "y"),
                        IntStream.range(0, classes).mapToObj(k -> "p" + k),
                        Stream.of("rx", "ry", "error", "gamma", "Gamma", "confidence"),
                        IntStream.range(0, classes).mapToObj(k -> "scaled" + k))
                .flatMap(names -> names)
                .toArray(String[]::new);
    }

    private static Object[] values(Grid grid, PlaneResponse response, ConfidenceField field, int cell) {
        int classes = response.classes();
        float confidence = field.confidence()[cell];
        Object[] values = new Object[OTHERS + 2 * classes];
        int at = 0;
        values[at++] = grid.x(cell % grid.columns());
        values[at++] = grid.y(cell / grid.columns());
        for (int k = 0; k < classes; k++) {
            values[at++] = response.probabilities()[cell * classes + k];
        }
        values[at++] = response.reconstruction()[2 * cell];
        values[at++] = response.reconstruction()[2 * cell + 1];
        values[at++] = response.error()[cell];
        values[at++] = response.gamma()[cell];
        values[at++] = field.curvatureFactor()[cell];
        values[at++] = confidence;
        for (int k = 0; k < classes; k++) {
            values[at++] = response.probabilities()[cell * classes + k] * confidence;
        }
        return values;
    }
}
