package org.penumbra.view.widget;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.geometry.Bounds;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.transform.Affine;
import javafx.scene.transform.Transform;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.testfx.framework.junit5.ApplicationTest;

@Timeout(value = 180, unit = TimeUnit.SECONDS)
class TextLayerTest extends ApplicationTest {

    private static final Font FONT = Font.font(17);
    private TextLayer layer;
    private Pane pane;

    @Override
    public void start(Stage stage) {
        layer = new TextLayer();
        pane = new Pane(layer);
        pane.setStyle("-fx-font-size: 30px;");
        stage.setScene(new Scene(pane, 300, 200));
        stage.show();
    }

    @Test
    void wordsLieBesideTheirPointAsTold() {
        interact(() -> {
            layer.begin();
            layer.write("left", style(HPos.LEFT, VPos.TOP), 100, 50);
            layer.write("centre", style(HPos.CENTER, VPos.CENTER), 100, 50);
            layer.write("right", style(HPos.RIGHT, VPos.BASELINE), 100, 50);
            layer.end();
        });
        assertEquals(100, bounds(0).getMinX(), 0.01);
        assertEquals(50, bounds(0).getMinY(), 0.01);
        assertEquals(100, bounds(1).getCenterX(), 0.01);
        assertEquals(50, bounds(1).getCenterY(), 0.51);
        assertEquals(100, bounds(2).getMaxX(), 0.01);
        assertEquals(50, word(2).getLayoutBounds().getMinY() + word(2).getBaselineOffset(), 0.01);
    }

    @Test
    void wordsTooWideAreSqueezedTowardsTheirPoint() {
        interact(() -> {
            layer.begin();
            layer.write("many words", style(HPos.RIGHT, VPos.TOP), 200, 0, 20);
            layer.write("I", style(HPos.RIGHT, VPos.TOP), 200, 0, 20);
            layer.end();
        });
        assertEquals(200, bounds(0).getMaxX(), 0.01);
        assertEquals(20, bounds(0).getWidth(), 0.01);
        assertEquals(word(1).getLayoutBounds().getWidth(), bounds(1).getWidth(), 0.01);
    }

    @Test
    void wordsOfATurnedSystemAreTurned() {
        interact(() -> {
            layer.begin();
            layer.write("upwards", style(HPos.LEFT, VPos.BASELINE), 0, 0, new Affine(Transform.rotate(-90, 0, 0)));
            layer.end();
        });
        assertEquals(word(0).getLayoutBounds().getWidth(), bounds(0).getHeight(), 0.01);
        assertEquals(0, bounds(0).getMaxY(), 0.01);
    }

    @Test
    void whatIsNotWrittenAgainGoesAndNodesAreKept() {
        draw("one", "two", "three");
        Text first = word(0);
        draw("one");
        assertEquals(List.of("one"), layer.written());
        draw("four", "five");
        assertEquals(List.of("four", "five"), layer.written());
        assertSame(first, word(0));
        assertEquals(3, layer.getChildrenUnmodifiable().size());
    }

    @Test
    void styleSheetsChangeNeitherFontNorColour() {
        draw("plain");
        interact(() -> {
            pane.setStyle("-fx-font-size: 40px; -fx-font-weight: bold;");
            pane.applyCss();
        });
        assertEquals(FONT, word(0).getFont());
        assertEquals(Color.TEAL, word(0).getFill());
    }

    private void draw(String... words) {
        interact(() -> {
            layer.begin();
            for (String word : words) {
                layer.write(word, style(HPos.LEFT, VPos.TOP), 0, 0);
            }
            layer.end();
        });
    }

    private static TextLayer.Style style(HPos across, VPos upright) {
        return new TextLayer.Style(FONT, Color.TEAL, across, upright);
    }

    private Text word(int index) {
        return (Text) layer.getChildrenUnmodifiable().get(index);
    }

    private Bounds bounds(int index) {
        return word(index).getBoundsInParent();
    }
}
