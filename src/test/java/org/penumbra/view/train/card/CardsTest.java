package org.penumbra.view.train.card;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.penumbra.kit.window.ShownWindow.await;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.penumbra.view.widget.TextLayer;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Cards of the training lab by themselves. */
@ExtendWith(ApplicationExtension.class)
@Timeout(120)
class CardsTest {

    private static final List<String> DIGITS =
            IntStream.range(0, 10).mapToObj(Integer::toString).toList();

    private final StackPane root = new StackPane();

    @Start
    void open(Stage stage) {
        stage.setScene(new Scene(root, 600, 400));
        stage.show();
    }

    private static int[][] counts(int right, int wrong) {
        int[][] counts = new int[10][10];
        for (int k = 0; k < counts.length; k++) {
            counts[k][k] = right;
            counts[k][(k + 1) % counts.length] = wrong;
        }
        return counts;
    }

    @Test
    void theDiagonalKeepsItsNumbersHoweverManyDigitsTheyHave(FxRobot robot) {
        ConfusionView view = new ConfusionView(cell -> {});
        robot.interact(() -> root.getChildren().setAll(view));
        for (int right : new int[] {7, 98, 101, 998, 5842, 12_345}) {
            // The side of a cell goes from large to that of a small window.
            for (double side : new double[] {400, 260, 172}) {
                robot.interact(() -> {
                    view.setMaxSize(side, side);
                    view.show(counts(right, 3), DIGITS);
                });
                TextLayer words = (TextLayer) view.lookup("TextLayer");
                await(() -> written(words, Integer.toString(right)) >= 10
                        || written(words, ConfusionView.shortened(right)) >= 10);
                List<Node> over = words.getChildrenUnmodifiable().stream()
                        .filter(Node::isVisible)
                        .filter(word -> word.getBoundsInParent().getWidth() > side / 10)
                        .toList();
                assertEquals(List.of(), over, right + " in " + side);
            }
        }
    }

    private static long written(TextLayer words, String number) {
        return Collections.frequency(words.written(), number);
    }

    @Test
    void numbersAreReadOnEveryShareOfBothThemes() {
        for (String[] theme : new String[][] {{"#ffffff", "#d0d7de", "#0969da"}, {"#0d1117", "#30363d", "#58a6ff"}}) {
            Color ground = Color.web(theme[1]).interpolate(Color.web(theme[0]), 0.6);
            for (Color full : List.of(Color.web(theme[2]), Color.web("#e08214"))) {
                for (int percent = 0; percent <= 100; percent++) {
                    Color fill = ground.interpolate(full, 0.12 + 0.88 * Math.sqrt(percent / 100.0));
                    double contrast = ConfusionView.contrast(ConfusionView.ink(fill), fill);
                    assertTrue(contrast >= 4.5, contrast + " on " + fill);
                }
            }
        }
    }

    @Test
    void countsBeyondAllDigitsAreToldInThousands() {
        assertEquals("999", ConfusionView.shortened(999));
        assertEquals("2k", ConfusionView.shortened(1996));
        assertEquals("999k", ConfusionView.shortened(999_499));
        assertEquals("1M", ConfusionView.shortened(999_500));
    }

    @Test
    void emptyCardsSayWhatTheyWaitForAndWhyNothingComes(FxRobot robot) {
        ConfusionCard confusion = new ConfusionCard();
        SpreadCard spread = new SpreadCard();
        robot.interact(() -> {
            root.getChildren().setAll(new HBox(confusion, spread));
            confusion.show(null, DIGITS, true);
            spread.show(null, true, "noise");
        });
        await(() -> said(confusion).equals(Set.of("The first answers come after some steps.")));
        await(() -> said(spread).equals(Set.of("The first errors come after some steps.")));
        robot.interact(() -> confusion.show(null, List.of("cat", "dog"), false));
        await(() -> said(confusion).equals(Set.of("No images are held out, so there are none to count.")));
        assertFalse(said(spread).isEmpty());
    }

    private static Set<String> said(Node card) {
        return card.lookupAll(".awaited").stream()
                .filter(Node::isVisible)
                .map(words -> ((Label) words).getText())
                .collect(java.util.stream.Collectors.toSet());
    }
}
