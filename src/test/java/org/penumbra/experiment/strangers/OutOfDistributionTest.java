package org.penumbra.experiment.strangers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.penumbra.archive.Models;
import org.penumbra.detector.Fitted;
import org.penumbra.experiment.Cell;
import org.penumbra.experiment.ExperimentSettings;
import org.penumbra.experiment.Results;
import org.penumbra.experiment.report.FigureTable;
import org.penumbra.experiment.report.Report;

/** Models that ship against images of other kinds. */
class OutOfDistributionTest {

    private static final ExperimentSettings QUICK =
            new ExperimentSettings(true, 1, 0, 2, List.of("/home/me/My Pictures"));

    @Test
    void everyModelMeetsEverySetAndThoseNamedBesides() {
        OutOfDistribution experiment = new OutOfDistribution(QUICK);
        List<Cell> cells = experiment.cells();
        assertEquals(7 * experiment.models().size(), cells.size());
        assertEquals(cells.size(), new HashSet<>(cells.stream().map(Cell::id).toList()).size());
        assertEquals("mnist-dae-sym-against-fashion-mnist", cells.get(0).id());
        assertEquals("mnist-dae-sym-against-further-1", cells.get(6).id());
        assertEquals("/home/me/My Pictures", cells.get(6).column());
        assertTrue(experiment.needs().models().contains("fashion-mnist-cnn"));
    }

    @Test
    void theWorstFigureLeavesOutWhatDoesNotCount() {
        OutOfDistribution experiment = new OutOfDistribution(QUICK);
        Map<String, ObjectNode> finished = new HashMap<>();
        finished.put("mnist-cnn-against-letters", result(0.9, 0.3));
        finished.put("mnist-cnn-against-noise", result(0.8, 0.1));
        finished.put("mnist-cnn-against-built-in-digits", result(0.2, 0.9));
        Report report = experiment.report(new Results(finished, Map.of("mnist-cnn-against-blank", "no room")));
        assertEquals(80, worst(report, "mnist-cnn-auroc"), 1e-9);
        assertEquals(30, worst(report, "mnist-cnn-fpr95"), 1e-9, "of FPR95 the highest is the worst");
        assertTrue(Double.isNaN(worst(report, "mnist-dae-sym-auroc")));
        assertTrue(report.parts().get(report.parts().size() - 1).toString().contains("no room"));
    }

    private static ObjectNode result(double auroc, double fpr95) {
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        result.putObject("measured").putObject("energy").put("auroc", auroc).put("fpr95", fpr95);
        return result;
    }

    private static double worst(Report report, String id) {
        FigureTable table = report.parts().stream()
                .filter(part -> part instanceof FigureTable one && one.id().equals(id))
                .map(FigureTable.class::cast)
                .findFirst()
                .orElseThrow();
        FigureTable.Row energy = table.rows().stream()
                .filter(row -> row.name().equals("energy"))
                .findFirst()
                .orElseThrow();
        return energy.entries().get(energy.entries().size() - 1).value();
    }

    @Test
    void allDetectorsThatShipAreAsked() {
        Map<String, Fitted> detectors = ShippedWithModel.of("mnist-cnn", Models.shipped("mnist-cnn"));
        assertEquals(
                List.of("max-softmax", "temperature"),
                List.copyOf(detectors.keySet()).subList(0, 2));
        assertTrue(detectors.containsKey("jury"));
        assertFalse(detectors.containsKey("confidence"));
    }
}
