package org.penumbra.experiment.openset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.penumbra.data.home.DataHome;
import org.penumbra.experiment.Cell;
import org.penumbra.experiment.CellStopped;
import org.penumbra.experiment.CellWatcher;
import org.penumbra.experiment.Experiment;
import org.penumbra.experiment.ExperimentSettings;
import org.penumbra.experiment.Needs;
import org.penumbra.experiment.Results;
import org.penumbra.experiment.Workshop;
import org.penumbra.experiment.report.Curves;
import org.penumbra.experiment.report.FigureTable;
import org.penumbra.experiment.report.Report;

/** Open set recognition, with digits that the program makes and few steps. */
class OpenSetTest {

    private static final ExperimentSettings QUICK = ExperimentSettings.USUAL.quickly();
    private static final TrainedSet DIGITS = TrainedSet.all(true).get(0);

    @TempDir
    Path folder;

    private ObjectNode run(OpenSetNetwork network, int count) {
        return new OpenSetWork(QUICK, new OpenSetPlace(DIGITS, network, count, 0), 6, 120)
                .run(new Workshop(DataHome.in(folder)), CellWatcher.NONE);
    }

    @Test
    void theFullExperimentHasACellForEachSetNetworkCountAndRepeat() {
        Experiment full = OpenSet.KIND.with(ExperimentSettings.USUAL);
        List<Cell> cells = full.cells();
        assertEquals(2 * 3 * 10 * 3, cells.size());
        assertEquals(cells.size(), new HashSet<>(cells.stream().map(Cell::id).toList()).size());
        assertEquals("mnist-cnn-n1-r1", cells.get(0).id());
        assertEquals(List.of("mnist", "fashion-mnist"), full.needs().data());
        assertEquals(Needs.NOTHING, OpenSet.KIND.with(QUICK).needs(), "the quick one runs where no data are");
        assertEquals(9, OpenSet.KIND.with(QUICK).cells().size());
    }

    @Test
    void aCellGivesTheSameResultAgainAndMeasuresEveryDetector() {
        ObjectNode one = run(OpenSetNetwork.DAE, 2);
        assertEquals(one.toString(), run(OpenSetNetwork.DAE, 2).toString());
        assertEquals(2, one.get("classes").size());
        JsonNode measured = one.get("measured");
        for (String name : List.of("confidence-at-99", "max-softmax-at-99", "reconstruction", "knn", "jury")) {
            double auroc = measured.path(name).path("auroc").asDouble(-1);
            assertTrue(auroc > 0 && auroc <= 1, name + ": " + one);
            assertTrue(measured.path(name).path("oscr").asDouble(-1) <= auroc + 1e-12, name);
            assertTrue(measured.path(name).has("macro_f1"), name);
        }
        assertFalse(one.toString().contains("NaN"), one.toString());
    }

    @Test
    void aNetworkOfOneClassRanksByChanceAndWhatTakesTwoIsRefused() {
        ObjectNode one = run(OpenSetNetwork.CNN, 1);
        assertEquals(
                0.5, one.get("measured").get("max-softmax-at-99").get("auroc").asDouble());
        assertTrue(one.get("refused").has("one-vs-set"), one.toString());
        assertTrue(one.get("refused").get("w-svm").asText().contains("at least 2"), one.toString());
        assertTrue(one.get("measured").get("knn").get("auroc").asDouble() > 0.5, one.toString());
    }

    @Test
    void withTenClassesNothingIsUnknown() {
        JsonNode all = run(OpenSetNetwork.COOL, 10).get("measured").get("cool-at-99");
        assertFalse(all.has("auroc"), all.toString());
        assertFalse(all.has("unknown_accepted"), all.toString());
        assertTrue(all.has("macro_f1") && all.has("accuracy"), all.toString());
    }

    @Test
    void aWatcherEndsACell() {
        OpenSet experiment = new OpenSet(QUICK);
        assertThrows(
                CellStopped.class,
                () -> experiment.run(
                        experiment.cells().get(0), new Workshop(DataHome.in(folder)), share -> share <= 0.01));
    }

    @Test
    void aReportCanBeReadWhileCellsAreMissing() {
        OpenSet experiment = new OpenSet(QUICK);
        Report empty = experiment.report(new Results(Map.of(), Map.of()));
        assertTrue(empty.parts().stream().anyMatch(part -> part instanceof Curves));
        ObjectNode known = run(OpenSetNetwork.CNN, 2);
        String id = new OpenSetPlace(DIGITS, OpenSetNetwork.CNN, 2, 0).id();
        Report some = experiment.report(
                new Results(Map.of(id, known), Map.of("built-in-digits-cnn-n6-r1", "the loss ran away")));
        FigureTable auroc = some.parts().stream()
                .filter(part -> part instanceof FigureTable table && table.id().equals("built-in-digits-auroc"))
                .map(FigureTable.class::cast)
                .findFirst()
                .orElseThrow();
        assertEquals(
                List.of("n = 2", "n = 6"),
                auroc.columns().stream().map(FigureTable.Column::name).toList());
        FigureTable.Row first = auroc.rows().get(0);
        assertEquals("CNN, max softmax, tau 99 %", first.name());
        assertEquals(
                100
                        * known.get("measured")
                                .get("max-softmax-at-99")
                                .get("auroc")
                                .doubleValue(),
                first.entries().get(0).value(),
                1e-9);
        assertTrue(Double.isNaN(first.entries().get(1).value()));
        assertTrue(some.parts().get(some.parts().size() - 1).toString().contains("the loss ran away"));
        assertEquals(
                some.parts().size(),
                new HashSet<>(some.parts().stream().map(part -> part.heading()).toList()).size(),
                "headings are unique");
    }
}
