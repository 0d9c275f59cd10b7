package org.penumbra.view.widget.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.penumbra.kit.window.ShownWindow.await;

import atlantafx.base.theme.PrimerLight;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import javafx.application.Application;
import javafx.geometry.Bounds;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.penumbra.view.widget.chart.Histogram.Mark;
import org.penumbra.view.widget.chart.Histogram.Population;
import org.testfx.framework.junit5.ApplicationTest;

@Timeout(value = 180, unit = TimeUnit.SECONDS)
class HistogramTest extends ApplicationTest {

    private static final Color MARK = Color.web("#0969da");

    private Histogram histogram;

    @Override
    public void start(Stage stage) {
        Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
        histogram = new Histogram("error", "share");
        stage.setScene(new Scene(histogram, 500, 240));
        stage.show();
    }

    @Test
    void eachPopulationsSharesAddUpToOneInBinsOfOneWidth() {
        HistogramBins bins = HistogramBins.of(List.of(
                new Population("a", new float[] {0, 0.9f, 1, 7.99f}), new Population("b", new float[] {2, 2, 2})));
        assertEquals(0.1, bins.width(), 1e-12);
        assertEquals(0.25, bins.shares().get(0)[0]);
        assertEquals(0.25, bins.shares().get(0)[79]);
        assertEquals(1, bins.shares().get(1)[20], 1e-12);
        for (double[] shares : bins.shares()) {
            assertEquals(1, java.util.Arrays.stream(shares).sum(), 1e-12);
        }
        assertEquals(8, bins.end(), 1e-9);
        assertEquals(1, bins.highest(), 1e-12);
    }

    @Test
    void noNumbersAndZerosAloneStillMakeBins() {
        assertEquals(1, HistogramBins.of(List.of()).width());
        HistogramBins zeros = HistogramBins.of(List.of(new Population("", new float[] {0, 0, Float.NaN})));
        assertEquals(2.0 / 3, zeros.shares().get(0)[0], 1e-12);
    }

    @Test
    void theMarkIsDrawnAtItsValueAndMovesWithIt() {
        interact(() -> histogram.show(List.of(new Population("", new float[] {1, 2, 3, 9.96f}))));
        for (double value : new double[] {2, 6.5, 9}) {
            interact(() -> histogram.mark(new Mark(value, "here")));
            await(() -> Math.abs(x(value) - longestColumn()) <= 2, "the mark at " + value);
            assertEquals(x(value), longestColumn(), 2, "mark at " + value);
        }
    }

    @Test
    void aMarkBeyondTheDataStretchesTheAxisAndALimitFarAwayDoesNot() {
        interact(() -> histogram.show(List.of(new Population("", new float[] {1, 2, 3}))));
        interact(() -> histogram.mark(new Mark(12, "far away")));
        await(() -> histogram.chart().end() > 12, "an axis that reaches the mark");
        interact(() -> {
            histogram.mark(null);
            histogram.limit(new Mark(1e6, "never"));
        });
        await(() -> histogram.chart().end() < 4, "an axis that ends with the data");
    }

    private double x(double value) {
        double[] at = new double[1];
        interact(() -> {
            histogram.snapshot(null, null);
            var area = histogram.chart().plotArea();
            at[0] = histogram.chart().getLayoutX()
                    + area.getMinX()
                    + area.getWidth() * value / histogram.chart().end();
        });
        return at[0];
    }

    /** The column with the most pixels of the mark's colour. */
    private int longestColumn() {
        WritableImage[] taken = new WritableImage[1];
        interact(() -> taken[0] = histogram.snapshot(null, null));
        int best = -1;
        int most = 20;
        for (int x = 0; x < taken[0].getWidth(); x++) {
            int count = 0;
            for (int y = 0; y < taken[0].getHeight(); y++) {
                Color colour = taken[0].getPixelReader().getColor(x, y);
                count += Math.abs(colour.getHue() - MARK.getHue()) < 25 && colour.getSaturation() > 0.8 ? 1 : 0;
            }
            if (count > most) {
                most = count;
                best = x;
            }
        }
        return best;
    }

    @Test
    void noLabelIsCrossedByALine() {
        interact(() -> histogram.show(List.of(new Population("", new float[] {1, 2, 3, 18.9f}))));
        double[][] pairs = {{1.03, 2.71}, {0.2, 0.5}, {8.2, 2.71}, {18, 17.5}, {2.71, 8}, {2.7, 2.71}};
        for (double[] pair : pairs) {
            interact(() -> {
                histogram.mark(new Mark(pair[0], "this image " + pair[0]));
                histogram.limit(new Mark(pair[1], "unknown from " + pair[1]));
            });
            await(() -> crossed(pair).isEmpty(), () -> crossed(pair));
        }
    }

    /** What is wrong with the labels of a mark and a limit, or empty. */
    private String crossed(double... pair) {
        StringBuilder wrong = new StringBuilder();
        List<String> labels = List.of("this image " + pair[0], "unknown from " + pair[1]);
        WritableImage[] taken = new WritableImage[1];
        for (int i = 0; i < 2; i++) {
            String words = labels.get(i);
            Set<Text> found = lookup(
                            (Text text) -> text.isVisible() && text.getText().equals(words))
                    .queryAllAs(Text.class);
            if (found.isEmpty()) {
                return words + " is not there";
            }
            Text text = found.iterator().next();
            Bounds[] label = new Bounds[1];
            interact(() -> {
                taken[0] = histogram.snapshot(null, null);
                label[0] = histogram.sceneToLocal(text.localToScene(text.getLayoutBounds()));
            });
            // The line of the other one; the label's own colour is that of its letters.
            int line = (int) Math.round(x(pair[1 - i]));
            boolean ofMark = i == 1;
            int count = 0;
            for (int y = (int) label[0].getMinY() + 2; y < label[0].getMaxY() - 2; y++) {
                Color colour = taken[0].getPixelReader().getColor(line, y);
                boolean blue = Math.abs(colour.getHue() - MARK.getHue()) < 25 && colour.getSaturation() > 0.8;
                count += ofMark ? blue ? 1 : 0 : !blue && colour.getBrightness() < 0.4 ? 1 : 0;
            }
            boolean within = line > label[0].getMinX() && line < label[0].getMaxX();
            if (within && count > 3) {
                wrong.append(words).append(" is crossed in ").append(count).append(" pixels. ");
            }
        }
        return wrong.toString();
    }
}
