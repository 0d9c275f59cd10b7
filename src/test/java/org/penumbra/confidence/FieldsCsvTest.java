package org.penumbra.confidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.StringWriter;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.penumbra.data.plane.Grid;
import org.penumbra.data.plane.PlaneRegion;
import org.penumbra.net.plane.PlaneResponse;

class FieldsCsvTest {

    private static final Grid TWO_CELLS = new Grid(new PlaneRegion(-2, 2, -1, 1), 2, 1);

    @Test
    void everyCellIsALineWithItsFieldsInTheOrderOfTheHeader() throws IOException {
        PlaneResponse response = new PlaneResponse(
                2,
                2,
                2,
                new float[] {0.75f, 0.25f, 0.5f, 0.5f},
                new float[] {-1, 0, 1, 0.5f},
                new float[] {0, 0.5f},
                new float[] {-0.5f, 0.25f});
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.GERMANY);
        try {
            StringWriter text = new StringWriter();
            FieldsCsv.write(text, TWO_CELLS, response, new ConfidenceSettings(4, 0, 0.5));
            String[] lines = text.toString().split("\n");
            assertEquals(3, lines.length);
            assertEquals("x,y,p0,p1,rx,ry,error,gamma,Gamma,confidence,scaled0,scaled1", lines[0]);
            assertEquals("-1.0,0.0,0.75,0.25,-1.0,0.0,0.0,-0.5,1.0,1.0,0.75,0.25", lines[1]);
            String[] second = lines[2].split(",");
            assertEquals(Math.exp(-4 / 2.0 * 0.5), Double.parseDouble(second[9]), 1e-6);
            assertEquals(Math.exp(-1) / 2, Double.parseDouble(second[10]), 1e-6);
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void betaLowersGammaWhereTheCurvatureIsPositive() throws IOException {
        PlaneResponse response =
                new PlaneResponse(2, 2, 1, new float[] {1, 1}, new float[4], new float[2], new float[] {-1, 0.5f});
        StringWriter text = new StringWriter();
        FieldsCsv.write(text, TWO_CELLS, response, new ConfidenceSettings(0, 2, 0.5));
        String[] second = text.toString().split("\n")[2].split(",");
        assertEquals(Math.exp(-1), Double.parseDouble(second[7]), 1e-6);
    }

    @Test
    void aResponseOfAnotherSizeIsRefused() {
        PlaneResponse one = new PlaneResponse(1, 2, 1, new float[1], new float[2], new float[1], new float[1]);
        assertThrows(
                IllegalArgumentException.class,
                () -> FieldsCsv.write(new StringWriter(), TWO_CELLS, one, new ConfidenceSettings(1, 1, 0.5)));
    }
}
