package org.penumbra.view.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
import org.penumbra.view.widget.Argb;
import org.penumbra.view.widget.ThemeColours;
import org.penumbra.view.widget.WidgetStyles;
import org.penumbra.view.widget.chart.LineStyle;
import org.testfx.framework.junit5.ApplicationTest;

/** Lines of earlier runs stay behind the present one, and are seen on a projector all the same. */
@Timeout(value = 180, unit = TimeUnit.SECONDS)
class RunStylesTest extends ApplicationTest {

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
    void linesOfEarlierRunsStandOutFromTheirGround(Theme theme) {
        interact(() -> {
            theme.apply();
            pane.applyCss();
        });
        List<String> faint = new ArrayList<>();
        Map.of(
                        "loss", RunStyles.keptLoss(0),
                        "reconstruction", RunStyles.keptReconstruction(0),
                        "sample", RunStyles.sample(0))
                .forEach((name, style) -> {
                    double contrast = contrast(style);
                    System.out.printf(Locale.ROOT, "%s, %s of an earlier run: %.2f to 1%n", theme, name, contrast);
                    if (contrast < 3) {
                        faint.add(name + ": " + contrast);
                    }
                });
        assertEquals(List.of(), faint);
    }

    /** Of what is seen: the colour lies over the ground with its opacity. */
    private double contrast(LineStyle style) {
        Color line = style.colour().apply(colours);
        Color ground = colours.background();
        Color seen = ground.interpolate(Color.color(line.getRed(), line.getGreen(), line.getBlue()), line.getOpacity());
        return Contrast.of(argb(seen), argb(ground));
    }

    private static int argb(Color colour) {
        return Argb.of(colour);
    }
}
