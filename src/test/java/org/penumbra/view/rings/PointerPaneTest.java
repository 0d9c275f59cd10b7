package org.penumbra.view.rings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.penumbra.kit.window.ShownWindow.await;

import java.util.Locale;
import java.util.concurrent.TimeUnit;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.penumbra.confidence.Confidence;
import org.penumbra.confidence.ConfidenceSettings;
import org.penumbra.data.Position;
import org.penumbra.data.plane.PlaneRegion;
import org.testfx.framework.junit5.ApplicationTest;

@Timeout(value = 180, unit = TimeUnit.SECONDS)
class PointerPaneTest extends ApplicationTest {
    private final FakeState state = new FakeState();
    private PointerPane pane;

    @Override
    public void start(Stage stage) {
        state.train(100, 30);
        pane = new PointerPane(state.source());
        stage.setScene(new Scene(pane, 300, 280));
        stage.show();
    }

    @Test
    void theNumbersAreThoseOfTheResponseUnderThePointer() {
        int column = 83;
        int row = 31;
        int cell = row * 100 + column;
        var grid = state.frame.get().grid();
        var response = state.frame.get().response();
        point(new Position(grid.x(column), grid.y(row)));
        double confidence =
                Confidence.confidence(response.error()[cell], response.gamma()[cell], 2, state.confidence.get());
        waitFor("pointer-error", number(response.error()[cell]));
        waitFor("pointer-gamma", number(response.gamma()[cell]));
        waitFor("pointer-confidence", number(confidence));
        waitFor("pointer-factor", number(Confidence.curvatureFactor(response.gamma()[cell], 2)));
        for (int k = 0; k < 3; k++) {
            double y = response.probabilities()[3 * cell + k];
            waitFor("y-" + k, String.format(Locale.ROOT, "%.3f", y));
            waitFor("scaled-" + k, String.format(Locale.ROOT, "%.3f", confidence * y));
        }
    }

    @Test
    void onARingTheVerdictIsItsClassAndInItsMiddleUnknown() {
        point(new Position(1, 1.65));
        waitFor("verdict", "class 1");
        point(new Position(1, 1));
        waitFor("verdict", "unknown");
    }

    @Test
    void itSaysWhatYClaimsAndWhatTheConfidenceMakesOfIt() {
        point(new Position(1, 1));
        waitFor("verdict", "unknown");
        String said = lookup("#verdict-detail").queryAs(Label.class).getText();
        assertTrue(said.startsWith("y says class 1, ") && said.contains("mostly because"), said);
    }

    @Test
    void thePlaceIsWrittenAsBesideThePicture() {
        point(new Position(-2.2874, 0.2349));
        waitFor("pointer-position", "x \u22122.29   y 0.23");
        interact(() -> state.region.set(new PlaneRegion(-2.3, -2.28, 0.23, 0.25)));
        interact(() -> state.pointer.set(new Position(-2.2874, 0.2349)));
        interact(() -> state.train(100, 30));
        waitFor("pointer-position", "x \u22122.28740   y 0.23490");
    }

    @Test
    void aSliderChangesTheNumbersAtOnce() {
        point(new Position(1, 1));
        waitFor("verdict", "unknown");
        interact(() -> state.confidence.set(new ConfidenceSettings(0, 0, 0.5)));
        waitFor("verdict", "class 1");
        waitFor("pointer-confidence", "1.0000");
    }

    @Test
    void withoutAPointerItSaysWhatToDoAndKeepsItsHeight() {
        waitFor("verdict-detail", "Move the pointer over a picture to read its numbers.");
        waitFor("pointer-error", "\u2013");
        double height = pane.prefHeight(300);
        point(new Position(1, 1));
        waitFor("verdict", "unknown");
        assertEquals(height, pane.prefHeight(300), 0.5);
        point(new Position(99, 1));
        waitFor("verdict", "One moment");
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.4f", value).replace('-', '\u2212');
    }

    private void point(Position place) {
        interact(() -> state.pointer.set(place));
    }

    private void waitFor(String id, String text) {
        Label label = lookup("#" + id).queryAs(Label.class);
        await(() -> label.getText().equals(text), () -> text + " in " + id + ", which reads " + label.getText());
    }
}
