package org.penumbra.command;

import java.nio.file.Path;
import java.util.List;
import org.penumbra.confidence.ConfidenceField;
import org.penumbra.confidence.FieldsCsv;
import org.penumbra.data.Grid;
import org.penumbra.net.Response;
import org.penumbra.paint.ColourMap;
import org.penumbra.paint.FieldPainter;
import org.penumbra.paint.Picture;
import org.penumbra.paint.PngFile;
import org.penumbra.preset.Preset;

/** The files of a headless run: four pictures and the numbers behind them. */
final class RingsFiles {

    static final String REPORT = "report.md";
    private static final String Y = "y.png";
    private static final String CONFIDENCE = "confidence.png";
    private static final String GAMMA = "gamma.png";
    private static final String SCALED = "scaled.png";
    private static final String FIELDS = "fields.csv";
    /** All names, in the order they are written. */
    static final String[] NAMES = {Y, CONFIDENCE, GAMMA, SCALED, FIELDS, REPORT};

    /** A picture is at least about this large, pixels, so that a coarse grid can be seen too. */
    private static final int LEAST_PIXELS = 400;

    private final OutputFolder folder;
    private final Preset preset;

    RingsFiles(OutputFolder folder, Preset preset) {
        this.folder = folder;
        this.preset = preset;
    }

    /**
     * Writes all but the report.
     *
     * @return what was written
     */
    List<Path> writeFields(Grid grid, Response response) {
        ConfidenceField field = ConfidenceField.of(response, preset.confidence());
        FieldPainter painter = new FieldPainter(FieldPainter.LIGHT_BACKGROUND);
        return List.of(
            picture(Y, grid, pixels -> painter.prediction(response.probabilities(), response.classes(), pixels)),
            picture(CONFIDENCE, grid,
                pixels -> FieldPainter.scalar(field.confidence(), 0, 1, ColourMap.CONFIDENCE, pixels)),
            picture(GAMMA, grid,
                pixels -> FieldPainter.scalar(field.curvatureFactor(), 0, 1, ColourMap.CURVATURE, pixels)),
            picture(SCALED, grid, pixels -> painter.scaledOutputs(response.probabilities(), field.confidence(),
                response.classes(), pixels)),
            folder.write(FIELDS, file -> FieldsCsv.write(file, grid, response, preset.confidence())));
    }

    /** Fills the pixels of a grid's cells. */
    private interface Painting {
        void paint(int[] pixels);
    }

    private Path picture(String name, Grid grid, Painting painting) {
        int[] pixels = new int[grid.size()];
        painting.paint(pixels);
        int factor = Math.max(1, LEAST_PIXELS / grid.columns());
        Picture picture = new Picture(pixels, grid.columns(), grid.rows()).scaled(factor);
        return folder.write(name, file -> PngFile.write(picture, file));
    }
}
