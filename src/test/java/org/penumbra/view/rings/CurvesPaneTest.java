package org.penumbra.view.rings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.penumbra.live.CurvePoint;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class CurvesPaneTest extends ApplicationTest {
    private CurvesPane curves;

    @Override
    public void start(Stage stage) {
        curves = new CurvesPane();
        stage.setScene(new Scene(curves, 300, 440));
        stage.show();
    }

    @Test
    void theNewestNumbersStandInTheLegend() throws Exception {
        add(0, 500);
        waitForNumber(0, "0.002");
        waitForNumber(1, "0.01");
        waitForNumber(2, "0.9");
        waitForNumber(4, "0.999");
    }

    @Test
    void linesAppearAndANewRunTakesThemAway() throws Exception {
        waitForOrange(count -> count < 120, "legend alone");
        add(0, 500);
        waitForOrange(count -> count > 300, "legend and two lines");
        add(1, 1);
        waitForOrange(count -> count < 120, "legend alone again");
        assertEquals(1, curves.all().size());
    }

    @Test
    void noPointIsLostForExports() {
        add(0, 5000);
        assertEquals(5000, curves.all().size());
        assertEquals(4999, curves.all().get(4999).step());
    }

    @Test
    void pointsWithoutAurocAndWithZeroLossAreDrawnToo() throws Exception {
        interact(() -> curves.add(List.of(
                new CurvePoint(0, 0, 0, 0, 1, Double.NaN, Double.NaN),
                new CurvePoint(0, 1, 0, 0, 1, Double.NaN, Double.NaN))));
        waitForNumber(0, "0");
        waitForNumber(3, "\u2013");
    }

    @Test
    void stepsAreWrittenShort() {
        assertEquals("500", CurveChart.steps(500));
        assertEquals("2k", CurveChart.steps(2000));
        assertEquals("2.5k", CurveChart.steps(2500));
        assertEquals("1.2M", CurveChart.steps(1_200_000));
    }

    private void add(int generation, int count) {
        interact(() -> curves.add(LongStream.range(0, count).mapToObj(step ->
                CurveHistoryTest.point(generation, step)).toList()));
    }

    private void waitForNumber(int row, String text) throws Exception {
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () ->
                lookup(".curve-legend .number").queryAllAs(Label.class).stream().skip(row).findFirst().orElseThrow()
                        .getText().equals(text));
    }

    /** The second line of each chart is orange in every theme. */
    private void waitForOrange(java.util.function.IntPredicate wanted, String what) throws Exception {
        int[] seen = new int[1];
        try {
            WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> {
                interact(() -> seen[0] = orange(curves.snapshot(null, null)));
                return wanted.test(seen[0]);
            });
        } catch (java.util.concurrent.TimeoutException late) {
            throw new AssertionError(what + ": orange pixels " + seen[0], late);
        }
        assertTrue(wanted.test(seen[0]));
    }

    private static int orange(WritableImage image) {
        int count = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                var colour = image.getPixelReader().getColor(x, y);
                if (colour.getRed() > 0.8 && colour.getGreen() > 0.4 && colour.getGreen() < 0.65
                        && colour.getBlue() < 0.3) {
                    count++;
                }
            }
        }
        return count;
    }
}
