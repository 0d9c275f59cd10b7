package org.penumbra.experiment.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.penumbra.archive.Models;
import org.penumbra.archive.ShippedDetectors;
import org.penumbra.data.home.DataHome;
import org.penumbra.detector.Fitted;
import org.penumbra.experiment.Cell;
import org.penumbra.experiment.CellStopped;
import org.penumbra.experiment.CellWatcher;
import org.penumbra.experiment.Experiment;
import org.penumbra.experiment.ExperimentException;
import org.penumbra.experiment.ExperimentKind;
import org.penumbra.experiment.ExperimentSettings;
import org.penumbra.experiment.Results;
import org.penumbra.experiment.Workshop;
import org.penumbra.experiment.report.Curves;
import org.penumbra.experiment.report.FigureTable;
import org.penumbra.experiment.report.MarkdownReport;
import org.penumbra.experiment.report.Report;
import org.penumbra.kit.RealDigits;
import org.penumbra.kit.Terminal;
import org.penumbra.net.image.ImageModel;

/** The paper's tables, on the models that ship, with a few steps of a few trials. */
@Timeout(240)
class PaperTablesTest {

    private static final List<String> QUICK_IDS = List.of("table1", "table2");

    @TempDir
    private Path folder;

    private Workshop workshop() {
        return new Workshop(DataHome.in(folder));
    }

    /** With few trials and steps, of all rows. */
    private static TableExperiment tiny(ExperimentKind kind) {
        TableExperiment quick = (TableExperiment) kind.with(ExperimentSettings.USUAL.quickly());
        return new TableExperiment(
                quick.about(), quick.data(), quick.rows(), new TableEffort(2, 2, 2, List.of(2, 3)), quick.settings());
    }

    private Map<String, ObjectNode> computed(Experiment experiment, List<Cell> cells) {
        Workshop workshop = workshop();
        Map<String, ObjectNode> results = new HashMap<>();
        cells.forEach(cell -> results.put(cell.id(), experiment.run(cell, workshop, CellWatcher.NONE)));
        return results;
    }

    private static FigureTable table(Report report, String id) {
        return report.parts().stream()
                .filter(part -> part instanceof FigureTable table && table.id().equals(id))
                .map(FigureTable.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static FigureTable.Entry entry(FigureTable table, String row, int column) {
        return table.rows().stream()
                .filter(one -> one.name().equals(row))
                .findFirst()
                .orElseThrow()
                .entries()
                .get(column);
    }

    /** With a row of each kind alone. */
    private static TableExperiment few(TableExperiment table) {
        List<String> kept = List.of("cnn", "dae-sym-kappa-1", "cnn-temperature", "dae-sym-mahalanobis");
        return new TableExperiment(
                table.about(),
                table.data(),
                table.rows().stream().filter(row -> kept.contains(row.id())).toList(),
                new TableEffort(2, 1, 2, List.of(1, 2)),
                table.settings());
    }

    @Test
    void cellsOfTheQuickTableAreComputedWithoutDataAndTwiceTheSame() {
        TableExperiment few = few(tiny(PaperTables.TABLE1));
        assertEquals(4, few.rows().size());
        assertEquals(List.of(), few.needs().data());
        assertEquals(2 + 3 * 4 + 2, few.cells().size());
        Map<String, ObjectNode> first = computed(few, few.cells());
        computed(few, few.cells())
                .forEach((id, result) -> assertEquals(first.get(id).toString(), result.toString(), id));
        Report report = few.report(new Results(first, Map.of()));
        for (String id : List.of("fooled-from-noise-2", "fooled-from-grey-2", "own-thresholds-2")) {
            int share = id.startsWith("own") ? 1 : 0;
            table(report, id)
                    .rows()
                    .forEach(row ->
                            assertFalse(Double.isNaN(row.entries().get(share).value()), id + ", " + row.name()));
        }
        assertTrue(MarkdownReport.text(report).contains("How kappa enters"));
    }

    @Test
    void idsOfCellsAreUniqueAndTheQuickTablesNeedNoData() {
        for (ExperimentKind kind : List.of(PaperTables.TABLE1, PaperTables.TABLE2)) {
            TableExperiment tiny = tiny(kind);
            assertEquals(List.of(), tiny.needs().data());
            assertTrue(tiny.needs().models().contains(tiny.data() + "-dae-sym"));
            assertEquals(
                    tiny.cells().size(),
                    new HashSet<>(tiny.cells().stream().map(Cell::id).toList()).size());
        }
    }

    @Test
    void accuraciesAreThoseOfTheEvaluationThatShips() throws IOException {
        TableExperiment tiny = tiny(PaperTables.TABLE1);
        List<Cell> cells = tiny.cells().stream()
                .filter(cell -> cell.id().equals("accuracy-cnn") || cell.id().startsWith("accuracy-dae-asym"))
                .toList();
        Map<String, ObjectNode> results = computed(tiny, cells);
        assertEquals(10_000, results.get("accuracy-cnn").path("images").intValue());
        JsonNode cnn = results.get("accuracy-cnn").path("accuracy");
        assertEquals(3, cnn.size());
        // src/docs/fooling.md
        assertEquals(0.9895, cnn.path(1).doubleValue(), 0.002);
        assertEquals(0.9815, cnn.path(2).doubleValue(), 0.002);
        Terminal terminal = new Terminal();
        assertEquals(0, terminal.run("fool", "mnist-dae-asym", "--trials", "1", "--max-steps", "1", "--kappa", "1.5"));
        assertEquals(
                new ObjectMapper()
                        .readTree(terminal.out())
                        .path("accuracy_at_tau")
                        .path("accuracy")
                        .doubleValue(),
                results.get("accuracy-dae-asym-kappa-1-5")
                        .path("accuracy")
                        .path(1)
                        .doubleValue(),
                1e-12);
    }

    /** A temperature changes no answer, so it must find as many right as ship with the model. */
    @Test
    void theAccuracyOfADetectorIsMeasuredOnTheTestImages() throws IOException {
        RealDigits.first(1);
        Path data = Path.of(Optional.ofNullable(System.getenv("PENUMBRA_DATA")).orElse("../shared/data"));
        TableExperiment full = (TableExperiment) PaperTables.TABLE1.with(ExperimentSettings.USUAL);
        Workshop workshop = new Workshop(DataHome.in(data));
        Map<String, JsonNode> accuracy = new HashMap<>();
        full.cells().stream()
                .filter(cell -> cell.id().equals("accuracy-cnn") || cell.id().equals("accuracy-cnn-temperature"))
                .forEach(cell -> accuracy.put(
                        cell.id(), full.run(cell, workshop, CellWatcher.NONE).path("accuracy")));
        JsonNode alone = accuracy.get("accuracy-cnn");
        JsonNode scaled = accuracy.get("accuracy-cnn-temperature");
        assertEquals(alone.path(0).doubleValue(), scaled.path(0).doubleValue(), 2e-4);
        assertEquals(alone.size(), scaled.size());
        assertTrue(scaled.path(1).doubleValue() < scaled.path(0).doubleValue());
        assertTrue(scaled.path(2).doubleValue() < scaled.path(1).doubleValue());
    }

    @Test
    void theReportHoldsThePapersFiguresAndTheDifference() {
        TableExperiment tiny = tiny(PaperTables.TABLE1);
        ObjectNode accuracy = new ObjectMapper().createObjectNode();
        accuracy.put("images", 10_000)
                .putArray("accuracy")
                .add(0.99)
                .add(0.9911)
                .add(0.98);
        Map<String, ObjectNode> results = new HashMap<>(Map.of("accuracy-dae-sym-kappa-1", accuracy));
        results.put("fool-cnn-at-90-noise-1", attack("fooled", 2, "fooled", 3));
        results.put("fool-cnn-at-90-noise-3", attack("fooled", 2, "failed", 3));
        Report report = tiny.report(new Results(results, Map.of()));
        FigureTable.Entry at90 = entry(table(report, "accuracy"), "dAE sym, kappa 1", 1);
        assertEquals(99.11, at90.value(), 1e-9);
        assertEquals(98.11, at90.paper());
        assertEquals(1, at90.difference().orElseThrow(), 1e-9);
        FigureTable within2 = table(report, "fooled-from-noise-2");
        assertEquals(50, entry(within2, "CNN", 0).value());
        assertEquals(100, entry(within2, "CNN", 0).paper());
        assertEquals(2, entry(within2, "CNN", 1).value());
        assertEquals(63.5, entry(within2, "CNN", 1).paper());
        assertEquals("Of 4 trials.", entry(within2, "CNN", 0).note());
        FigureTable within3 = table(report, "fooled-from-noise-3");
        assertEquals(75, entry(within3, "CNN", 0).value());
        assertEquals(7.0 / 3, entry(within3, "CNN", 1).value(), 1e-12);
        assertEquals(0.5, entry(within3, "CNN", 2).value());
        assertEquals(4.5, entry(within3, "COOL", 3).paper());
        String text = MarkdownReport.text(report);
        for (String figure : List.of("99.35", "93.54", "34.5", "238.8", "187.1", "96.80")) {
            assertTrue(text.contains(figure), figure);
        }
        String other = MarkdownReport.text(tiny(PaperTables.TABLE2).report(new Results(Map.of(), Map.of())));
        for (String figure : List.of("91.65", "65.30", "30.5", "902.0", "77.80", "64.87")) {
            assertTrue(other.contains(figure), figure);
        }
    }

    private static ObjectNode attack(String first, int firstSteps, String second, int secondSteps) {
        ObjectNode node = new ObjectMapper().createObjectNode();
        node.putArray("outcome").add(first).add(second);
        node.putArray("steps").add(firstSteps).add(secondSteps);
        node.putArray("best").add(0.95).add(0.5);
        return node;
    }

    @Test
    void theCurveIsAFlightOfStairs() {
        TableExperiment tiny = tiny(PaperTables.TABLE1);
        Map<String, ObjectNode> results = Map.of("fool-cnn-at-90-noise-1", attack("fooled", 1, "fooled", 3));
        Report report = tiny.report(new Results(results, Map.of()));
        Curves curves = report.parts().stream()
                .filter(part -> part instanceof Curves one && one.id().equals("steps-from-noise-at-90"))
                .map(Curves.class::cast)
                .findFirst()
                .orElseThrow();
        assertEquals(1, curves.curves().size());
        assertEquals(List.of(0.0, 1.0, 2.0, 3.0), curves.curves().get(0).x());
        assertEquals(List.of(0.0, 50.0, 50.0, 100.0), curves.curves().get(0).y());
        assertEquals(
                "So far of 2 of 4 trials.",
                entry(table(report, "fooled-from-noise-3"), "CNN", 0).note());
    }

    @Test
    void missingAndFailedCellsAreTold() {
        TableExperiment tiny = tiny(PaperTables.TABLE1);
        Report report = tiny.report(new Results(
                Map.of("fool-cool-at-90-grey-1", attack("failed", 3, "failed", 3)),
                Map.of("accuracy-cool", "no memory", "fool-cool-at-90-grey-3", "no luck")));
        assertEquals(
                "It could not be computed: no memory",
                entry(table(report, "accuracy"), "COOL", 0).note());
        assertEquals(
                "Not computed yet.", entry(table(report, "accuracy"), "CNN", 0).note());
        FigureTable.Entry cool = entry(table(report, "fooled-from-grey-3"), "COOL", 0);
        assertEquals(0, cool.value());
        assertEquals("So far of 2 of 4 trials. The others could not be computed: no luck", cool.note());
        assertTrue(
                Double.isNaN(
                        entry(table(report, "fooled-from-grey-3"), "COOL", 1).value()),
                "nobody was fooled");
        FigureTable.Entry cnn = entry(table(report, "fooled-from-grey-3"), "CNN", 0);
        assertTrue(Double.isNaN(cnn.value()) && cnn.note().equals("Not computed yet."), cnn.toString());
        assertFalse(MarkdownReport.text(report).contains("NaN"));
    }

    @Test
    void everyDetectorWithAGradientThatShipsHasARowWhereItBelongs() {
        for (String data : List.of("mnist", "fashion-mnist")) {
            List<TableRow> rows = TableRows.of(data, Map.of());
            for (String kind : List.of("cnn", "dae-sym")) {
                String model = data + "-" + kind;
                ImageModel loaded = Models.load(model);
                List<String> expected = new ArrayList<>();
                for (String id : ShippedDetectors.of(model)) {
                    Fitted fitted =
                            ShippedDetectors.find(model, id).orElseThrow().fitted();
                    if (fitted.hasGradient()) {
                        expected.add(kind + "-" + id);
                    }
                }
                List<TableRow> own = rows.stream()
                        .filter(row -> row.model().equals(model) && row.judge() instanceof TableRow.Shipped)
                        .toList();
                assertEquals(expected, own.stream().map(TableRow::id).toList());
                own.forEach(row -> assertTrue(row.fitted(loaded, 0.9).hasGradient()));
            }
            assertTrue(rows.stream().anyMatch(row -> row.ofScore() && row.judge() instanceof TableRow.Shipped));
            assertTrue(rows.stream().anyMatch(row -> !row.ofScore()));
        }
    }

    @Test
    void theFullTableMakes200TrialsOfThePapersRowsAndTakesTheImages() {
        for (ExperimentKind kind : List.of(PaperTables.TABLE1, PaperTables.TABLE2)) {
            TableExperiment full = (TableExperiment) kind.with(ExperimentSettings.USUAL);
            assertEquals(List.of(full.data()), full.needs().data());
            TableRow sym = full.rows().stream()
                    .filter(row -> row.id().equals("dae-sym-kappa-1"))
                    .findFirst()
                    .orElseThrow();
            List<AttackCell> cells = full.attacks(sym, 0.9, TableExperiment.STARTS.get(0));
            assertEquals(200, cells.stream().mapToInt(AttackCell::trials).sum());
            assertEquals(10_000, cells.get(0).limit());
            TableExperiment quick = (TableExperiment) kind.with(ExperimentSettings.USUAL.quickly());
            assertTrue(QUICK_IDS.contains(quick.about().name()));
            double seconds = quick.cells().stream().mapToDouble(Cell::seconds).sum();
            System.out.printf(
                    "%s: quick %.0f s, full %.0f s%n",
                    quick.about().name(),
                    seconds,
                    full.cells().stream().mapToDouble(Cell::seconds).sum());
            assertTrue(seconds < 240, seconds + " s");
        }
    }

    @Test
    void aCellStopsBetweenStepsWhenItsWatcherSaysSo() {
        TableExperiment quick = (TableExperiment) PaperTables.TABLE1.with(ExperimentSettings.USUAL.quickly());
        Cell cell = quick.cells().stream()
                .filter(one -> one.id().startsWith("fool-dae-sym"))
                .findFirst()
                .orElseThrow();
        int[] asked = {0};
        assertThrows(CellStopped.class, () -> quick.run(cell, workshop(), share -> ++asked[0] < 4));
        assertEquals(4, asked[0]);
    }

    @Test
    void setsOfUnknownImagesAndCellsOfOthersAreRefused() {
        ExperimentSettings unknown = new ExperimentSettings(true, 1, 0, 2, List.of("letters"));
        assertTrue(assertThrows(ExperimentException.class, () -> PaperTables.TABLE1.with(unknown))
                .getMessage()
                .contains("letters"));
        TableExperiment tiny = tiny(PaperTables.TABLE1);
        Cell other = new Cell("sum-1", "", "", 1);
        assertTrue(assertThrows(ExperimentException.class, () -> tiny.run(other, workshop(), CellWatcher.NONE))
                .getMessage()
                .contains("sum-1"));
    }
}
