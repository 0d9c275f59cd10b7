package org.penumbra.command.rings;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.penumbra.command.console.Console;
import org.penumbra.command.console.OutputFolder;
import org.penumbra.confidence.PlaceFigures;
import org.penumbra.data.CsvTable;
import org.penumbra.data.Seeds;
import org.penumbra.data.plane.Grid;
import org.penumbra.detector.Description;
import org.penumbra.detector.Detector;
import org.penumbra.detector.FitData;
import org.penumbra.detector.FitWatcher;
import org.penumbra.fitting.JudgedPlane;
import org.penumbra.fitting.PlaneDetectors;
import org.penumbra.fitting.PlaneFitData;
import org.penumbra.net.plane.PlaneTraining;
import org.penumbra.paint.Contours;
import org.penumbra.paint.FigureMark;
import org.penumbra.paint.PlaneFigures;
import org.penumbra.paint.PngFile;

/** The detectors of a headless run: fits each on the trained network, judges the grid, and writes picture and figures. */
final class RingsDetectors {

    static final String CSV = "detectors.csv";
    /** "detector-knn.png"; where one is asked for twice with other settings, "detector-knn-2.png". */
    static final String PICTURES = "detector-[a-z0-9]+(-[a-z0-9]+)*\\.png";

    private static final String[] HEADER = {
        "detector", "settings", "usual_tau", "auroc", "far_away", "fit_seconds", "judge_seconds", "picture"
    };

    private final Console console;
    private final List<Judged> judged = new ArrayList<>();

    /** One of them, and the file of its picture. */
    private record Judged(Detector detector, JudgedPlane plane, String picture) {}

    RingsDetectors(Console console) {
        this.console = console;
    }

    /** Fits and judges all, in the order in which they were asked for. */
    void judge(List<Detector> detectors, PlaneTraining training, Grid grid) {
        if (detectors.isEmpty()) {
            return;
        }
        FitData data = PlaneFitData.of(
                training.network(),
                training.setup().data(),
                training.points(),
                new Seeds(training.setup().seed()).data());
        JudgedPlane.Places places = JudgedPlane.Places.of(grid, training);
        Map<String, Integer> named = new TreeMap<>();
        for (Detector asked : detectors) {
            Detector detector = PlaneDetectors.of(asked, training.setup().data());
            String id = detector.about().id();
            console.err().println("Fitting " + detector.about().name());
            JudgedPlane plane = JudgedPlane.of(detector, training, data, places, FitWatcher.NONE);
            int number = named.merge(id, 1, Integer::sum);
            judged.add(new Judged(detector, plane, "detector-" + id + (number == 1 ? "" : "-" + number) + ".png"));
        }
    }

    /** Writes the pictures and the table; nothing where no detector was asked for. */
    List<Path> write(OutputFolder folder, PlaneFigures figures, Grid grid, String run) {
        List<Path> written = new ArrayList<>();
        for (Judged one : judged) {
            Description about = one.plane().fitted().about();
            List<FigureMark> border = List.of(new FigureMark.Border(
                    Contours.lines(one.plane().acceptance(), grid.columns(), grid.rows(), about.usualTau()), false));
            String words = run + ", line: \u03c4 = " + RingsReport.plain(about.usualTau());
            written.add(folder.write(
                    one.picture(),
                    stream -> PngFile.write(
                            figures.acceptance(one.plane().acceptance(), about.name(), words, border)
                                    .draw(),
                            stream)));
        }
        if (!judged.isEmpty()) {
            written.add(folder.writeText(CSV, this::table));
        }
        return written;
    }

    private void table(Writer writer) throws IOException {
        CsvTable table = new CsvTable(writer, HEADER);
        for (Judged one : judged) {
            PlaceFigures figures = one.plane().figures();
            table.line(
                    one.detector().about().id(),
                    DetectorSummary.settings(one.detector().about()).entrySet().stream()
                            .map(entry -> entry.getKey() + "=" + entry.getValue())
                            .collect(Collectors.joining(" ")),
                    one.plane().fitted().about().usualTau(),
                    figures.auroc(),
                    figures.farAway(),
                    one.plane().fitSeconds(),
                    one.plane().judgeSeconds(),
                    one.picture());
        }
    }

    /** Their figures, as they stand in the JSON. */
    List<DetectorSummary> summaries() {
        return judged.stream()
                .map(one -> DetectorSummary.of(one.detector(), one.plane(), one.picture()))
                .toList();
    }

    /** Their figures as rows of a Markdown table; empty where there are none. */
    String markdown() {
        if (judged.isEmpty()) {
            return "";
        }
        String rows = judged.stream()
                .map(one -> String.format(
                        Locale.ROOT,
                        "| %s | %s | %s | %.2f s | [picture](%s) |",
                        one.detector().about().name(),
                        RingsReport.number(one.plane().figures().auroc()),
                        RingsReport.number(one.plane().figures().farAway()),
                        one.plane().fitSeconds(),
                        one.picture()))
                .collect(Collectors.joining("\n"));
        return """

            ## Detectors

            "Far away" is the mean acceptance farther from all data than 0.3 of the width in which they are seen whole: 1.5 for
            the rings.

            | detector | AUROC, on against off the data | far away | fitted in | |
            |---|---|---|---|---|
            """ + rows + "\n";
    }
}
