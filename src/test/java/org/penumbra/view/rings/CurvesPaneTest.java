package org.penumbra.view.rings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.penumbra.kit.window.ShownWindow.await;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.penumbra.live.rings.RingsPoint;
import org.penumbra.view.widget.chart.LineAxis;
import org.penumbra.view.widget.chart.LineChart;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

@Timeout(value = 180, unit = TimeUnit.SECONDS)
class CurvesPaneTest extends ApplicationTest {
    private CurvesPane curves;

    @Override
    public void start(Stage stage) {
        curves = new CurvesPane();
        stage.setScene(new Scene(curves, 300, 440));
        stage.show();
    }

    @Test
    void theNewestNumbersStandInTheLegend() {
        add(0, 500);
        waitForNumber(0, "0.002");
        waitForNumber(1, "0.01");
        waitForNumber(2, "0.9");
        waitForNumber(4, "0.999");
    }

    @Test
    void linesAppearAndANewRunTakesThemAway() {
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
    void pointsWithoutAurocAndWithZeroLossAreDrawnToo() {
        interact(() -> curves.add(List.of(
                new RingsPoint(0, 0, 0, 0, 1, Double.NaN, Double.NaN),
                new RingsPoint(0, 1, 0, 0, 1, Double.NaN, Double.NaN))));
        waitForNumber(0, "0");
        waitForNumber(3, "\u2013");
    }

    @Test
    void stepsAreWrittenShort() {
        assertEquals("500", LineChart.steps(500));
        assertEquals("2k", LineChart.steps(2000));
        assertEquals("2.5k", LineChart.steps(2500));
        assertEquals("1.2M", LineChart.steps(1_200_000));
    }

    @Test
    void powersOfTenAreWrittenShort() {
        assertEquals("1", LineAxis.power(0));
        assertEquals("0.001", LineAxis.power(-3));
        assertEquals("1000", LineAxis.power(3));
        assertEquals("1e-4", LineAxis.power(-4));
        assertEquals("1e6", LineAxis.power(6));
    }

    @Test
    void noNumberIsCutAtTheEdgesAndThePlotsLineUp() {
        // Losses are told at the left, steps below: every width meets every number of steps, and each loss in turn.
        double[] losses = {1e-8, 1e-4, 1e-3, 1, 1e3, 1e6};
        int turn = 0;
        for (int width : new int[] {290, 340, 600}) {
            for (long last : new long[] {10, 200, 20_000, 800_000, 1_200_000, 2_500_000}) {
                double loss = losses[(turn + turn / losses.length) % losses.length];
                turn++;
                aloneWithRunUpTo(last, loss, width);
                var charts = lookup(".curve-chart").queryAllAs(LineChart.class).stream()
                        .toList();
                String what = width + " px, " + last + " steps, loss " + loss;
                assertTrue(charts.get(0).getHeight() >= 190, what);
                charts.forEach(chart -> edgesAreClear(chart, what));
                var above = charts.get(0).plotArea();
                var below = charts.get(1).plotArea();
                assertEquals(above.getMinX(), below.getMinX(), what);
                assertEquals(above.getMaxX(), below.getMaxX(), what);
                assertTrue(above.getWidth() > width - 74, what + ": plot " + above);
            }
        }
    }

    /** Two points a run, so that both ends of the axis of steps and the power of ten of the loss are known. */
    private void aloneWithRunUpTo(long last, double loss, double chartWidth) {
        interact(() -> {
            CurvesPane pane = new CurvesPane();
            Scene scene = curves.getScene();
            curves = pane;
            scene.setRoot(pane);
            scene.getWindow().setWidth(chartWidth + 24);
            scene.getWindow().setHeight(560);
            pane.add(List.of(
                    new RingsPoint(0, 0, loss, loss, 0.9, 0.9, 0.9),
                    new RingsPoint(0, last, loss, loss, 0.9, 0.9, 0.9)));
        });
        WaitForAsyncUtils.waitForFxEvents();
        interact(() -> curves.snapshot(null, null));
    }

    /** A number that is cut reaches the edge; one that is whole does not. */
    private void edgesAreClear(LineChart chart, String what) {
        WritableImage[] taken = new WritableImage[1];
        interact(() -> taken[0] = chart.snapshot(null, null));
        WritableImage image = taken[0];
        // A picture of a node grows with what reaches out of it.
        assertEquals(chart.getWidth(), image.getWidth(), 1, what + ": width of all that is drawn");
        assertEquals(chart.getHeight(), image.getHeight(), 1, what + ": height of all that is drawn");
        int right = (int) image.getWidth() - 1;
        int empty = image.getPixelReader().getArgb(0, 0);
        for (int y = 0; y < image.getHeight(); y++) {
            assertEquals(empty, image.getPixelReader().getArgb(0, y), what + ": left edge, row " + y);
            assertEquals(empty, image.getPixelReader().getArgb(right, y), what + ": right edge, row " + y);
        }
    }

    private void add(int generation, int count) {
        interact(() -> curves.add(LongStream.range(0, count)
                .mapToObj(step -> point(generation, step))
                .toList()));
    }

    private static RingsPoint point(int generation, long step) {
        return new RingsPoint(generation, step, 1.0 / (step + 1), 0.01, 0.9, 0.99, 0.999);
    }

    private void waitForNumber(int row, String text) {
        await(
                () -> lookup(".curve-legend .number").queryAllAs(Label.class).stream()
                        .skip(row)
                        .findFirst()
                        .orElseThrow()
                        .getText()
                        .equals(text),
                text + " in row " + row + " of the legend");
    }

    /** The second line of each chart is orange in every theme. */
    private void waitForOrange(java.util.function.IntPredicate wanted, String what) {
        int[] seen = new int[1];
        await(
                () -> {
                    interact(() -> seen[0] = orange(curves.snapshot(null, null)));
                    return wanted.test(seen[0]);
                },
                () -> what + ", but there are " + seen[0] + " orange pixels");
        assertTrue(wanted.test(seen[0]));
    }

    private static int orange(WritableImage image) {
        int count = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                var colour = image.getPixelReader().getColor(x, y);
                if (colour.getRed() > 0.8
                        && colour.getGreen() > 0.4
                        && colour.getGreen() < 0.65
                        && colour.getBlue() < 0.3) {
                    count++;
                }
            }
        }
        return count;
    }
}
