package org.penumbra.view.widget;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import atlantafx.base.theme.PrimerLight;
import java.util.concurrent.TimeUnit;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.penumbra.paint.ColourMap;
import org.testfx.framework.junit5.ApplicationTest;

@Timeout(value = 180, unit = TimeUnit.SECONDS)
class DigitViewTest extends ApplicationTest {

    private final float[] image = new float[784];
    private DigitView view;

    @Override
    public void start(Stage stage) {
        Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
        view = new DigitView(4);
        // Whatever size another test has left the stage in.
        view.setMinSize(28 * 7, 28 * 7);
        view.setMaxSize(28 * 7, 28 * 7);
        stage.setScene(new Scene(new StackPane(view), 300, 300));
        stage.show();
    }

    @Test
    void inkIsLightOnBlackAndEveryPixelIsASharpSquare() {
        image[3 * 28 + 5] = 1;
        image[3 * 28 + 6] = 0.5f;
        interact(() -> view.show(image));
        WritableImage[] seen = new WritableImage[1];
        interact(() -> seen[0] = view.snapshot(null, null));
        for (int y = 3 * 7; y < 4 * 7; y++) {
            for (int x = 5 * 7; x < 7 * 7; x++) {
                assertEquals(
                        x < 6 * 7 ? 0xFFFFFFFF : 0xFF808080,
                        seen[0].getPixelReader().getArgb(x, y),
                        x + ", " + y);
            }
            assertEquals(0xFF000000, seen[0].getPixelReader().getArgb(5 * 7 - 1, y));
            assertEquals(0xFF000000, seen[0].getPixelReader().getArgb(7 * 7, y));
        }
    }

    @Test
    void numbersGetTheColoursOfTheMap() {
        image[0] = 0.25f;
        image[1] = 9;
        image[2] = Float.NaN;
        interact(() -> view.show(image, ColourMap.RESIDUAL, 0.5));
        assertEquals(ColourMap.RESIDUAL.argb(0.5), view.argb(0, 0));
        assertEquals(ColourMap.RESIDUAL.argb(1), view.argb(0, 1));
        assertEquals(ColourMap.NOT_A_NUMBER, view.argb(0, 2));
        interact(view::clear);
        assertEquals(0xFF000000, view.argb(0, 0));
    }

    @Test
    void thePointerReadsThePixelItIsOver() {
        image[27 * 28 + 2] = 0.83f;
        interact(() -> view.show(image));
        assertEquals("row 28, column 3: ink 0.83", view.reading("ink", 2.5 * 7, 27.5 * 7));
        assertEquals("row 1, column 28: ink 0.00", view.reading("ink", 500, -3));
    }

    @Test
    void aWrongNumberOfPixelsIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> view.show(new float[783]));
        assertThrows(IllegalArgumentException.class, () -> view.show(image, ColourMap.RESIDUAL, 0));
    }
}
