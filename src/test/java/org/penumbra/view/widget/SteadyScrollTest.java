package org.penumbra.view.widget;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.penumbra.kit.window.ShownWindow.await;

import java.util.concurrent.TimeUnit;
import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.testfx.framework.junit5.ApplicationTest;

@Timeout(value = 180, unit = TimeUnit.SECONDS)
class SteadyScrollTest extends ApplicationTest {

    private static final PseudoClass FITS = PseudoClass.getPseudoClass("fits");

    private Button first;
    private Button last;
    private Region between;
    private ScrollPane scroll;

    @Override
    public void start(Stage stage) {
        first = new Button("First");
        last = new Button("Last");
        between = new Region();
        scroll = new ScrollPane(new VBox(first, between, last));
        first.setMaxWidth(Double.MAX_VALUE);
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        SteadyScroll.in(scroll, Orientation.VERTICAL);
        Scene scene = new Scene(scroll, 200, 200);
        FocusInSight.in(scene);
        stage.setScene(scene);
        // It may be as large as another test left it.
        stage.setWidth(200);
        stage.setHeight(200);
        stage.show();
    }

    @Test
    void nothingMovesWhenThereIsMoreThanFits() {
        await(this::fits);
        double width = first.getWidth();
        interact(() -> between.setMinHeight(400));
        await(() -> !fits());
        assertEquals(width, first.getWidth());
        interact(() -> between.setMinHeight(0));
        await(this::fits);
        assertEquals(width, first.getWidth());
    }

    @Test
    void theKeyboardScrollsAsFarAsTheRingAroundTheControl() {
        interact(() -> between.setMinHeight(400));
        await(() -> !fits());
        interact(first::requestFocus);
        type(KeyCode.TAB);
        assertTrue(last.isFocused());
        // Below the last control there is nothing, so the pane is at its end.
        assertEquals(1, scroll.getVvalue(), 1e-9);
        assertEquals(0.5, FocusInSight.value(0.5, 300, 100, 120, 180), "what lies within stays where it is");
        assertEquals(92 / 200.0, FocusInSight.value(0, 300, 100, 160, 180), 1e-9, "12 px below it");
        assertEquals(38 / 200.0, FocusInSight.value(1, 300, 100, 50, 70), 1e-9, "12 px above it");
        assertEquals(38 / 200.0, FocusInSight.value(1, 300, 100, 50, 290), 1e-9, "its start, if it is too long");
    }

    private boolean fits() {
        return scroll.getPseudoClassStates().contains(FITS);
    }
}
