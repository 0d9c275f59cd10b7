package org.penumbra.view.widget;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlantafx.base.theme.PrimerLight;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

@Timeout(value = 180, unit = TimeUnit.SECONDS)
class ScoreBarsTest extends ApplicationTest {

    private ScoreBars bars;

    @Override
    public void start(Stage stage) {
        Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
        bars = new ScoreBars();
        stage.setScene(new Scene(bars, 400, 200));
        stage.show();
    }

    @Test
    void percentAreRoundedDownSoThatNothingBelowAThresholdReadsLikeIt() {
        assertEquals("89.9", ScoreBars.percent(0.89999));
        assertEquals("90.0", ScoreBars.percent(0.9));
        assertEquals("99.9", ScoreBars.percent(0.99999));
        assertEquals("100.0", ScoreBars.percent(1));
        assertEquals("0.0", ScoreBars.percent(0.0004));
        assertEquals("\u2013", ScoreBars.percent(Double.NaN));
    }

    @Test
    void theSolidBarIsAsLongAsTheScaledOutputAndTheHollowOneAsLongAsY() {
        int full = longestRun(1, 1);
        int most = longestRun(1, 0.5);
        assertTrue(full > 200, "a full bar is " + full + " px long");
        assertEquals(0.5 * full, most, 3, "half the confidence, half the bar");
        assertEquals(0.4 * full, longestRun(0.8f, 0.5), 3);
    }

    @Test
    void theBestClassIsTold() {
        interact(() -> bars.show(List.of("cat", "dog"), new float[] {0.25f, 0.75f}, 0.5, 0.9));
        assertEquals("Scores of the classes: dog is highest, y 75.0 %, scaled output 37.5 %", bars.getAccessibleText());
        interact(() -> bars.show(List.of("cat", "dog"), new float[] {0.25f, 0.75f}, Double.NaN, 0.9));
        assertEquals("Scores of the classes: dog is highest, y 75.0 %", bars.getAccessibleText());
        interact(() -> bars.clear(List.of("cat", "dog")));
        assertEquals("Scores of the classes: none yet", bars.getAccessibleText());
    }

    @Test
    void twoToTwentyClassesHaveRoom() {
        double last = 0;
        for (int classes : new int[] {2, 5, 10, 20}) {
            List<String> names =
                    IntStream.range(0, classes).mapToObj(Integer::toString).toList();
            interact(() -> bars.show(names, new float[classes], 1, 0.5));
            WaitForAsyncUtils.waitForFxEvents();
            assertTrue(bars.prefHeight(-1) > last, classes + " classes want " + bars.prefHeight(-1));
            // A row is as high as a letter; what holds the bars scrolls where that is too much.
            assertTrue(bars.minHeight(-1) <= 14 * classes, classes + " classes need " + bars.minHeight(-1));
            last = bars.prefHeight(-1);
        }
    }

    @Test
    void scoresMustFitTheClasses() {
        assertThrows(IllegalArgumentException.class, () -> bars.show(List.of("a"), new float[2], 1, 0.5));
    }

    /** Of two classes the first has the score; the longest row of pixels in the colour inside its solid bar. */
    private int longestRun(float score, double confidence) {
        interact(() -> bars.show(List.of("a", "b"), new float[] {score, 0}, confidence, Double.NaN));
        WaitForAsyncUtils.waitForFxEvents();
        WritableImage[] taken = new WritableImage[1];
        interact(() -> taken[0] = bars.snapshot(null, null));
        int y = (int) taken[0].getHeight() / 4;
        int longest = 0;
        int run = 0;
        for (int x = 1; x < taken[0].getWidth(); x++) {
            int colour = taken[0].getPixelReader().getArgb(x, y);
            boolean solid = colour == taken[0].getPixelReader().getArgb(x - 1, y)
                    && taken[0].getPixelReader().getColor(x, y).getSaturation() > 0.5;
            run = solid ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        return longest;
    }
}
