package org.penumbra.command.rings;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.penumbra.command.console.OutputFolder;
import org.penumbra.command.console.ResultNames;
import org.penumbra.confidence.ConfidenceField;
import org.penumbra.confidence.ConfidenceSettings;
import org.penumbra.confidence.FieldsCsv;
import org.penumbra.data.OutsideText;
import org.penumbra.data.plane.Grid;
import org.penumbra.data.plane.PlaneRegion;
import org.penumbra.data.plane.PointSet;
import org.penumbra.net.plane.PlaneResponse;
import org.penumbra.paint.ClassColours;
import org.penumbra.paint.Contours;
import org.penumbra.paint.FieldPainter;
import org.penumbra.paint.Figure;
import org.penumbra.paint.FigureAxes;
import org.penumbra.paint.FigureMark;
import org.penumbra.paint.PlaneFigures;
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
    private static final String TAU = "line: y\u0303 = \u03c4 = %s";
    static final ResultNames NAMES = new ResultNames(
            "rings",
            Pattern.compile(Stream.of(Y, CONFIDENCE, GAMMA, SCALED, FIELDS, REPORT, RingsDetectors.CSV)
                            .map(Pattern::quote)
                            .collect(Collectors.joining("|"))
                    + "|" + RingsDetectors.PICTURES));

    private final OutputFolder folder;
    private final ConfidenceSettings settings;
    private final String run;
    private final Grid grid;
    private final PlaneResponse response;
    private final ConfidenceField field;
    private final PointSet points;
    private final List<float[]> border;
    private final PlaneFigures figures;

    /**
     * @param folder   where they go
     * @param options  what was run
     * @param steps    that were taken
     * @param grid     where the response was taken
     * @param response the network's answers at the grid's cells
     * @param points   what it was trained on
     */
    RingsFiles(
            OutputFolder folder, RingsOptions options, long steps, Grid grid, PlaneResponse response, PointSet points) {
        Preset preset = options.preset();
        this.folder = folder;
        this.settings = preset.confidence();
        this.run = String.format(
                Locale.ROOT, "%s, seed %d, %d steps", OutsideText.shown(preset.title()), options.seed(), steps);
        this.grid = grid;
        this.response = response;
        this.field = ConfidenceField.of(response, settings);
        this.points = points;
        border = Contours.lines(field.bestScaled(), grid.columns(), grid.rows(), settings.tau());
        PlaneRegion region = grid.region();
        figures = new PlaneFigures(
                new FieldPainter(FieldPainter.LIGHT_BACKGROUND),
                new FigureAxes(region.xMin(), region.xMax(), region.yMin(), region.yMax(), "x", "y"),
                grid.columns(),
                grid.rows());
    }

    /**
     * Writes all but the report.
     *
     * @param detectors that were judged
     * @return what was written
     */
    List<Path> write(RingsDetectors detectors) {
        List<Path> written = new ArrayList<>(List.of(
                prediction(),
                confidence(),
                curvature(),
                scaledOutputs(),
                folder.writeText(FIELDS, writer -> FieldsCsv.write(writer, grid, response, settings))));
        written.addAll(detectors.write(folder, figures, grid, run));
        return written;
    }

    private Path prediction() {
        List<FigureMark> marks = new ArrayList<>();
        marks.add(dots());
        marks.add(new FigureMark.Border(border, true));
        return figure(
                Y,
                figures.prediction(
                        response.probabilities(), response.classes(), run + with(TAU, settings.tau()), marks));
    }

    private Path confidence() {
        return figure(
                CONFIDENCE,
                figures.confidence(
                        field.confidence(),
                        run
                                + with(
                                        "\u03b1 = %s, \u03b2 = %s, " + TAU,
                                        settings.alpha(),
                                        settings.beta(),
                                        settings.tau()),
                        hairLine()));
    }

    private Path curvature() {
        return figure(
                GAMMA,
                figures.curvature(
                        field.curvatureFactor(),
                        run + with("\u03b2 = %s, " + TAU, settings.beta(), settings.tau()),
                        hairLine()));
    }

    private Path scaledOutputs() {
        return figure(
                SCALED,
                figures.scaledOutputs(
                        response.probabilities(),
                        response.classes(),
                        field.confidence(),
                        run + with(TAU, settings.tau()),
                        hairLine()));
    }

    /** The points lie over y alone: over the others they would hide the confidence. */
    private FigureMark dots() {
        int[] colours = Arrays.stream(points.labels()).map(ClassColours::argb).toArray();
        return new FigureMark.Dots(points.points(), colours);
    }

    private List<FigureMark> hairLine() {
        return List.of(new FigureMark.Border(border, false));
    }

    private static String with(String format, Double... values) {
        Object[] plain = List.of(values).stream().map(RingsReport::plain).toArray();
        return ", " + String.format(Locale.ROOT, format, plain);
    }

    private Path figure(String name, Figure figure) {
        return folder.write(name, stream -> PngFile.write(figure.draw(), stream));
    }
}
