package org.penumbra.command.rings;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.penumbra.command.console.OutputFolder;
import org.penumbra.command.console.ResultNames;
import org.penumbra.confidence.ConfidenceField;
import org.penumbra.confidence.ConfidenceSettings;
import org.penumbra.confidence.FieldsCsv;
import org.penumbra.data.OutsideText;
import org.penumbra.data.plane.Grid;
import org.penumbra.data.plane.PlaneRegion;
import org.penumbra.net.plane.PlaneResponse;
import org.penumbra.paint.ArgbImage;
import org.penumbra.paint.ColourMap;
import org.penumbra.paint.Contours;
import org.penumbra.paint.FieldPainter;
import org.penumbra.paint.Figure;
import org.penumbra.paint.FigureAxes;
import org.penumbra.paint.Legend;
import org.penumbra.paint.PngFile;
import org.penumbra.preset.Preset;

/** The files of a headless run: four figures and the numbers behind them. */
final class RingsFiles {

    static final String REPORT = "report.md";
    private static final String Y = "y.png";
    private static final String CONFIDENCE = "confidence.png";
    private static final String GAMMA = "gamma.png";
    private static final String SCALED = "scaled.png";
    private static final String FIELDS = "fields.csv";
    static final ResultNames NAMES = ResultNames.of("rings", Y, CONFIDENCE, GAMMA, SCALED, FIELDS, REPORT);

    private final OutputFolder folder;
    private final ConfidenceSettings settings;
    private final String run;
    private final Grid grid;
    private final PlaneResponse response;
    private final ConfidenceField field;
    private final FieldPainter painter = new FieldPainter(FieldPainter.LIGHT_BACKGROUND);

    /**
     * @param folder   where they go
     * @param options  what was run
     * @param grid     where the response was taken
     * @param response the network's answers at the grid's cells
     */
    RingsFiles(OutputFolder folder, RingsOptions options, Grid grid, PlaneResponse response) {
        Preset preset = options.preset();
        this.folder = folder;
        this.settings = preset.confidence();
        this.run = String.format(
                Locale.ROOT,
                "%s, seed %d, %d steps",
                OutsideText.shown(preset.title()),
                options.seed(),
                options.steps());
        this.grid = grid;
        this.response = response;
        this.field = ConfidenceField.of(response, settings);
    }

    /**
     * Writes all but the report.
     *
     * @return what was written
     */
    List<Path> write() {
        return List.of(
                prediction(),
                confidence(),
                curvature(),
                scaledOutputs(),
                folder.writeText(FIELDS, writer -> FieldsCsv.write(writer, grid, response, settings)));
    }

    private Path prediction() {
        return figure(
                Y,
                "Prediction y(x)",
                run,
                List.of(),
                classes("y of the likeliest class"),
                pixels -> painter.prediction(response.probabilities(), response.classes(), pixels));
    }

    private Path confidence() {
        return figure(
                CONFIDENCE,
                "Confidence c\u0303(x)",
                run + with("\u03b1 = %s, \u03b2 = %s", settings.alpha(), settings.beta()),
                List.of(),
                new Legend.Bar(ColourMap.CONFIDENCE, 0, 1, "c\u0303"),
                pixels -> FieldPainter.scalar(field.confidence(), 0, 1, ColourMap.CONFIDENCE, pixels));
    }

    private Path curvature() {
        return figure(
                GAMMA,
                "Curvature \u0393(x)",
                run + with("\u03b2 = %s", settings.beta()),
                List.of(),
                new Legend.Bar(ColourMap.CURVATURE, 0, 1, "\u0393"),
                pixels -> FieldPainter.scalar(field.curvatureFactor(), 0, 1, ColourMap.CURVATURE, pixels));
    }

    private Path scaledOutputs() {
        return figure(
                SCALED,
                "Scaled outputs y\u0303 = c\u0303(x) \u00b7 y(x)",
                run + with("line: y\u0303 = \u03c4 = %s", settings.tau()),
                Contours.lines(field.bestScaled(), grid.columns(), grid.rows(), settings.tau()),
                classes("y\u0303 of the likeliest class"),
                pixels -> painter.scaledOutputs(
                        response.probabilities(), field.confidence(), response.classes(), pixels));
    }

    private Legend classes(String label) {
        return new Legend.Classes(painter, response.classes(), label);
    }

    private static String with(String format, Double... values) {
        Object[] plain = List.of(values).stream().map(RingsReport::plain).toArray();
        return ", " + String.format(Locale.ROOT, format, plain);
    }

    /** Fills the pixels of a grid's cells. */
    private interface Painting {
        void paint(int[] pixels);
    }

    private Path figure(
            String name, String title, String subtitle, List<float[]> lines, Legend legend, Painting painting) {
        int[] pixels = new int[grid.size()];
        painting.paint(pixels);
        PlaneRegion region = grid.region();
        FigureAxes axes = new FigureAxes(region.xMin(), region.xMax(), region.yMin(), region.yMax(), "x", "y");
        Figure figure =
                new Figure(title, subtitle, new ArgbImage(pixels, grid.columns(), grid.rows()), axes, legend, lines);
        return folder.write(name, stream -> PngFile.write(figure.draw(), stream));
    }
}
