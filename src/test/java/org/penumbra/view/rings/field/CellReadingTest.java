package org.penumbra.view.rings.field;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.penumbra.confidence.ConfidenceField;
import org.penumbra.confidence.ConfidenceSettings;
import org.penumbra.data.Position;
import org.penumbra.data.plane.Grid;
import org.penumbra.data.plane.PlaneRegion;
import org.penumbra.live.rings.RingsFrame;
import org.penumbra.view.rings.AnalyticFrames;

class CellReadingTest {
    private final ConfidenceSettings settings = new ConfidenceSettings(20, 2, 0.5);
    private final RingsFrame frame = AnalyticFrames.frame(new Grid(PlaneRegion.STANDARD, 50, 40), 0, 1, 30);

    @Test
    void everyCellIsReadAtItsCentre() {
        ConfidenceField field = ConfidenceField.of(frame.response(), settings);
        for (int cell = 0; cell < frame.grid().size(); cell++) {
            Position centre =
                    new Position(frame.grid().x(cell % 50), frame.grid().y(cell / 50));
            CellReading reading = CellReading.at(frame, settings, centre).orElseThrow();
            assertEquals(centre, reading.position());
            assertArrayEquals(
                    Arrays.copyOfRange(frame.response().probabilities(), 3 * cell, 3 * cell + 3),
                    reading.probabilities());
            assertEquals(frame.response().error()[cell], reading.error());
            assertEquals(frame.response().gamma()[cell], reading.gamma());
            assertEquals(field.confidence()[cell], reading.verdict().confidence(), 1e-6);
            assertEquals(
                    field.bestScaled()[cell], reading.scaled(reading.verdict().bestClass()), 1e-6);
        }
    }

    @Test
    void theNearestCellIsReadAndEdgesBelongToTheOuterCells() {
        assertEquals(
                new Position(frame.grid().x(49), frame.grid().y(0)),
                CellReading.at(frame, settings, new Position(2.5, 2.5))
                        .orElseThrow()
                        .position());
        assertEquals(
                new Position(frame.grid().x(0), frame.grid().y(39)),
                CellReading.at(frame, settings, new Position(-2.5, -2.5))
                        .orElseThrow()
                        .position());
        double x = frame.grid().x(7);
        assertEquals(
                x,
                CellReading.at(frame, settings, new Position(x + 0.049, 0))
                        .orElseThrow()
                        .position()
                        .x());
    }

    @Test
    void outsideThereIsNothingToRead() {
        assertTrue(CellReading.at(frame, settings, new Position(2.51, 0)).isEmpty());
        assertTrue(CellReading.at(frame, settings, null).isEmpty());
        assertTrue(CellReading.at(null, settings, new Position(0, 0)).isEmpty());
    }
}
