package org.penumbra.experiment.rings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.penumbra.experiment.CellStopped;
import org.penumbra.experiment.CellWatcher;
import org.penumbra.experiment.ExperimentSettings;
import org.penumbra.experiment.Needs;
import org.penumbra.experiment.Results;
import org.penumbra.experiment.report.Curves;
import org.penumbra.experiment.report.FigureTable;
import org.penumbra.experiment.report.Report;
import org.penumbra.fitting.PlaneDetectors;

/** The rings over seeds. */
class RingsOverSeedsTest {

    private static final ExperimentSettings QUICK = ExperimentSettings.USUAL.quickly();

    @Test
    void aSeedIsACellAndTheQuickVersionHasThree() {
        assertEquals(
                10, RingsOverSeeds.KIND.with(ExperimentSettings.USUAL).cells().size());
        assertEquals(3, RingsOverSeeds.KIND.with(QUICK).cells().size());
        assertEquals(Needs.NOTHING, RingsOverSeeds.KIND.with(QUICK).needs());
    }

    @Test
    void aCellMeasuresEveryDetectorAndGivesTheSameAgain() {
        ObjectNode one = new RingsWork(3, 300, 40).run(CellWatcher.NONE);
        assertEquals(
                one.toString(), new RingsWork(3, 300, 40).run(CellWatcher.NONE).toString());
        PlaneDetectors.all()
                .forEach(kind -> assertTrue(
                        one.get("measured").has(kind.id()) || one.get("refused").has(kind.id()), kind.id()));
        assertTrue(one.get("measured").get("preset-with-gamma").get("auroc").asDouble() > 0.8, one.toString());
        JsonNode line = one.get("line");
        assertEquals(101, line.get("scaled").size());
        for (int i = 0; i <= 100; i++) {
            assertEquals(
                    line.get("scaled").get(i).asDouble(),
                    line.get("y").get(i).asDouble()
                            * line.get("confidence").get(i).asDouble(),
                    1e-9);
            assertTrue(line.get("confidence").get(i).asDouble()
                    <= line.get("confidence_without_gamma").get(i).asDouble() + 1e-6);
        }
        Report report = new RingsOverSeeds(QUICK).report(new Results(Map.of("repeat-1", one), Map.of()));
        Curves cut = (Curves) report.parts().get(2);
        assertEquals(4, cut.curves().size());
        FigureTable detectors = (FigureTable) report.parts().get(4);
        assertEquals(
                one.get("measured").get("preset-with-gamma").get("auroc").doubleValue(),
                detectors.rows().get(0).entries().get(0).value());
    }

    @Test
    void aWatcherEndsACellAndAReportWithoutCellsIsOne() {
        assertThrows(CellStopped.class, () -> new RingsWork(1, 300, 40).run(share -> share < 0.1));
        Report empty = new RingsOverSeeds(QUICK).report(new Results(Map.of(), Map.of()));
        assertTrue(((Curves) empty.parts().get(2)).curves().isEmpty());
        assertEquals(
                "not computed yet",
                ((FigureTable) empty.parts().get(4))
                        .rows()
                        .get(0)
                        .entries()
                        .get(0)
                        .note());
    }
}
