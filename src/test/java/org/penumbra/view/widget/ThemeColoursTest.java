package org.penumbra.view.widget;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.concurrent.TimeUnit;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.penumbra.kit.Contrast;
import org.penumbra.view.shell.Theme;
import org.testfx.framework.junit5.ApplicationTest;

/** What is drawn on canvases is seen on a projector too. */
@Timeout(value = 180, unit = TimeUnit.SECONDS)
class ThemeColoursTest extends ApplicationTest {

    private ThemeColours colours;
    private StackPane pane;

    @Override
    public void start(Stage stage) {
        colours = new ThemeColours(() -> {});
        pane = new StackPane(colours);
        WidgetStyles.apply(pane);
        stage.setScene(new Scene(pane, 100, 100));
        stage.show();
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void linesStandOutAndGridLinesCanBeSeen(Theme theme) {
        interact(() -> {
            theme.apply();
            pane.applyCss();
        });
        Map.of(
                        "text", colours.text(),
                        "muted", colours.muted(),
                        "accent", colours.accent(),
                        "orange", colours.orange(),
                        "pink", colours.pink(),
                        "green", colours.green())
                .forEach((name, line) -> assertContrast(name, line, 3));
        assertContrast("border", colours.border(), 1.5);
        assertTrue(contrast(colours.border()) < 3, "grid lines stay behind the lines of data");
    }

    private void assertContrast(String name, Color line, double least) {
        assertTrue(contrast(line) >= least, name + ": " + contrast(line) + " to 1");
    }

    private double contrast(Color line) {
        return Contrast.of(Argb.of(line), Argb.of(colours.background()));
    }
}
