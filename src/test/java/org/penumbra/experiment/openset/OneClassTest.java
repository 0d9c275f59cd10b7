package org.penumbra.experiment.openset;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
import org.penumbra.detector.metric.OpenSetCurve;
import org.penumbra.experiment.CellWatcher;
import org.penumbra.experiment.ExperimentSettings;
import org.penumbra.experiment.Needs;
import org.penumbra.experiment.Results;
import org.penumbra.experiment.Workshop;
import org.penumbra.experiment.report.FigureTable;
import org.penumbra.experiment.report.Report;

/** One class told from nine. */
class OneClassTest {

    private static final ExperimentSettings QUICK = ExperimentSettings.USUAL.quickly();

    @TempDir
    Path folder;

    private ObjectNode run(OneClass.Place place) {
        return new OneClassWork(QUICK, place, 6).run(new Workshop(DataHome.in(folder)), CellWatcher.NONE);
    }

    @Test
    void everyClassOfBothSetsHasItsCell() {
        assertEquals(20, OneClass.KIND.with(ExperimentSettings.USUAL).cells().size());
        assertEquals(3, OneClass.KIND.with(QUICK).cells().size());
        assertEquals(Needs.NOTHING, OneClass.KIND.with(QUICK).needs());
    }

    @Test
    void aCellGivesTheSameResultAgainAndItsReportHasIt() {
        OneClass experiment = new OneClass(QUICK);
        OneClass.Place place = experiment.places().get(1);
        ObjectNode one = run(place);
        assertEquals(one.toString(), run(place).toString());
        for (OneClassRow row : OneClassRow.ALL) {
            String name = row.id();
            JsonNode measured = one.get("measured").path(name);
            assertTrue(measured.path("auroc").asDouble(-1) > 0, name + ": " + one.get("refused"));
            JsonNode roc = measured.path("roc");
            assertEquals(51, roc.size());
            assertEquals(1, roc.get(50).asDouble(), 1e-12);
        }
        Report report = experiment.report(new Results(Map.of(place.id(), one), Map.of()));
        FigureTable table = (FigureTable) report.parts().get(2);
        assertEquals("built-in-digits-auroc", table.id());
        FigureTable.Row error = table.rows().get(OneClassRow.ALL.indexOf(OneClassRow.CONFIDENCE));
        assertEquals("dAE: reconstruction error, as c\u0303", error.name());
        double auroc =
                100 * one.get("measured").get("reconstruction").get("auroc").doubleValue();
        assertEquals(auroc, error.entries().get(0).value(), 1e-9);
        assertEquals("of 1 classes so far", error.entries().get(0).note());
        assertTrue(Double.isNaN(error.entries().get(1).value()));
        assertEquals(auroc, error.entries().get(2).value(), 1e-9);
        assertEquals(
                report.parts().size(),
                new HashSet<>(report.parts().stream()
                                .map(part -> part.heading())
                                .toList())
                        .size());
    }

    @Test
    void aRocIsReadAtEvenSteps() {
        // Known 3, 1 and unknown 2: from (0, 0) up to (0, 0.5), across to (1, 0.5), up to (1, 1).
        double[] steps =
                OneClassWork.roc(OpenSetCurve.of(new double[] {3, 1}, new boolean[] {true, true}, new double[] {2}));
        assertEquals(0.5, steps[0]);
        assertEquals(0.5, steps[25]);
        assertEquals(1, steps[50]);
        // All scores equal: the diagonal.
        double[] chance =
                OneClassWork.roc(OpenSetCurve.of(new double[] {1, 1}, new boolean[] {true, true}, new double[] {1}));
        assertEquals(0.5, chance[25], 1e-12);
    }

    @Test
    void aReportWithoutAnyCellSaysSo() {
        Report empty = new OneClass(ExperimentSettings.USUAL).report(new Results(Map.of(), Map.of()));
        FigureTable table = (FigureTable) empty.parts().get(2);
        assertEquals(
                List.of("not computed yet"),
                table.rows().get(0).entries().stream()
                        .map(FigureTable.Entry::note)
                        .distinct()
                        .toList());
    }
}
