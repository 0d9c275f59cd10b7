package org.penumbra.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.penumbra.kit.window.ShownWindow.await;

import java.util.Map;
import java.util.TreeMap;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.penumbra.kit.window.AllLabs;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** No letters of any lab are smaller than can be read from some way off. */
@Timeout(180)
class SmallestLettersTest extends AllLabs {

    private static final double SMALLEST = 12;
    /** Of those that stand below or above the line, and of all in a window that has little room. */
    private static final double SMALLEST_IN_NEED = 11;

    @Start
    void open(Stage shown) {
        show(shown);
    }

    @Test
    void allLettersAreTwelvePixelsHighOrMoreAndElevenInTheSmallestWindow(FxRobot robot) {
        Map<String, Double> small = new TreeMap<>();
        int[] seen = {0};
        for (int height : new int[] {800, 640}) {
            robot.interact(() -> {
                stage.setWidth(height == 800 ? 1280 : 960);
                stage.setHeight(height);
            });
            for (String lab : new String[] {"Rings", "Draw", "Train", "Fooling", "Experiments"}) {
                robot.interact(() -> window.open(lab));
                await(() -> robot.lookup(".starting-cover").queryAll().stream().noneMatch(Node::isVisible));
                robot.interact(() -> seen[0] += collect(
                        stage.getScene().getRoot(),
                        height == 800 ? SMALLEST : SMALLEST_IN_NEED,
                        lab + " at " + height,
                        small));
            }
        }
        assertEquals(Map.of(), small);
        assertTrue(seen[0] > 800, seen[0] + " texts were seen");
    }

    private static int collect(Node node, double least, String where, Map<String, Double> small) {
        if (!node.isVisible()) {
            return 0;
        }
        if (node instanceof Text text && !text.getText().isBlank()) {
            double size = text.getFont().getSize();
            boolean index =
                    text.getStyleClass().contains("low") || text.getStyleClass().contains("high");
            boolean icon = text.getStyleClass().contains("ikonli-font-icon");
            if (!icon && size < (index ? SMALLEST_IN_NEED : least)) {
                small.put(where + ": " + text.getText(), size);
            }
            return 1;
        }
        return node instanceof Parent parent
                ? parent.getChildrenUnmodifiable().stream()
                        .mapToInt(child -> collect(child, least, where, small))
                        .sum()
                : 0;
    }
}
