package org.penumbra.view.widget.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.TimeUnit;
import javafx.css.PseudoClass;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.penumbra.view.widget.NumberScale;
import org.testfx.framework.junit5.ApplicationTest;

@Timeout(value = 180, unit = TimeUnit.SECONDS)
class NumberSliderTest extends ApplicationTest {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
    private NumberSlider slider;

    @Override
    public void start(Stage stage) {
        slider = new NumberSlider(
                "alpha", NumberScale.logarithmic(0.1, 1000).withZero().typedWithin(0, 1e6), 20);
        stage.setScene(new Scene(new VBox(slider, new javafx.scene.control.Button("next")), 400, 160));
        stage.show();
    }

    @Test
    void typedNumbersAreTakenAlsoBeyondTheSlider() {
        type("5000", KeyCode.ENTER);
        assertEquals(5000, slider.getValue());
        assertEquals(1, slider.slider().getValue(), 1e-12);
        assertEquals("5000", slider.field().getText());
        assertEquals("", slider.message());
    }

    @Test
    void badTextTurnsRedSaysWhatIsExpectedAndEscapeRestores() {
        type("twenty", KeyCode.ENTER);
        assertEquals(20, slider.getValue());
        assertTrue(slider.field().getPseudoClassStates().contains(WRONG));
        assertEquals(
                "\u201ctwenty\u201d: expected a number from 0 to 1000000. Escape brings back 20.", slider.message());
        push(KeyCode.ESCAPE);
        assertEquals("20", slider.field().getText());
        assertFalse(slider.field().getPseudoClassStates().contains(WRONG));
        assertEquals("", slider.message());
    }

    @Test
    void numbersOutOfRangeAreNotTaken() {
        type("-3", KeyCode.ENTER);
        assertEquals(20, slider.getValue());
        assertTrue(slider.message().contains("expected a number from 0"));
        type("NaN", KeyCode.ENTER);
        assertEquals(20, slider.getValue());
        assertFalse(slider.message().isEmpty());
    }

    @Test
    void aDecimalCommaIsUnderstoodAndWhatMayPartThousandsIsAskedAbout() {
        type("0,01", KeyCode.ENTER);
        assertEquals(0.01, slider.getValue());
        type("1,000", KeyCode.ENTER);
        assertEquals(0.01, slider.getValue());
        assertEquals(
                "\u201c1,000\u201d: expected a number that cannot be misread, such as 1000 or 1.000. Escape brings back 0.01.",
                slider.message());
    }

    @Test
    void leavingTheFieldTakesTheNumber() {
        type("7.5", KeyCode.TAB);
        assertEquals(7.5, slider.getValue());
    }

    @Test
    void settingTheValueMovesSliderAndTextAndClearsComplaints() {
        type("twenty", KeyCode.ENTER);
        interact(() -> slider.setValue(0));
        assertEquals(0, slider.slider().getValue());
        assertEquals("0", slider.field().getText());
        assertEquals("", slider.message());
    }

    @Test
    void theSliderSetsTheValueDownToExactlyZero() {
        interact(() -> slider.slider().requestFocus());
        push(KeyCode.RIGHT);
        assertTrue(slider.getValue() > 20, "but got " + slider.getValue());
        push(KeyCode.HOME);
        assertEquals(0, slider.getValue());
        assertEquals("0", slider.field().getText());
        push(KeyCode.END);
        assertEquals(1000, slider.getValue(), 1e-9);
    }

    private void type(String text, KeyCode then) {
        interact(() -> {
            slider.field().requestFocus();
            slider.field().setText(text);
        });
        push(then);
    }
}
