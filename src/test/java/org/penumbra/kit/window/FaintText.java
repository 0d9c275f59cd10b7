package org.penumbra.kit.window;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.TitledPane;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;
import org.penumbra.kit.Contrast;
import org.penumbra.view.widget.Argb;
import org.testfx.util.WaitForAsyncUtils;

/**
 * Finds text that is hard to read on what lies behind it: with a contrast of less than 4.5 to 1 (WCAG 2.2, success criterion
 * 1.4.3). What is disabled is left out, as there.
 */
public final class FaintText {

    private static final double LEAST = 4.5;
    /** What is to be seen of a text, px a side, before its ground can be told. */
    private static final int SMALLEST = 4;

    private final WritableImage picture;
    private final List<String> found = new ArrayList<>();
    private int texts;

    private FaintText(Scene scene) {
        picture = scene.snapshot(null);
    }

    /** A line for every text that is hard to read; waits, on any thread but the window's. */
    public static List<String> in(Scene scene) {
        WaitForAsyncUtils.waitForFxEvents();
        return WaitForAsyncUtils.waitForAsyncFx(60_000, () -> {
            scene.getRoot().applyCss();
            scene.getRoot().layout();
            FaintText search = new FaintText(scene);
            search.look(scene.getRoot(), 1, scene.getRoot().getLayoutBounds());
            if (search.texts == 0) {
                throw new AssertionError("no text is to be seen at all");
            }
            return search.found;
        });
    }

    private void look(Node node, double opacity, Bounds frame) {
        if (!node.isVisible() || node.isDisabled()) {
            return;
        }
        double own = opacity * node.getOpacity();
        if (node instanceof Text text) {
            judge(text, own, frame);
        }
        if (node instanceof TitledPane fold && !fold.isExpanded()) {
            return;
        }
        if (node instanceof Parent parent) {
            Bounds inner =
                    node.getStyleClass().contains("viewport") ? node.localToScene(node.getLayoutBounds()) : frame;
            parent.getChildrenUnmodifiable().forEach(child -> look(child, own, inner));
        }
    }

    private void judge(Text text, double opacity, Bounds frame) {
        if (text.getText().isBlank() || !(text.getFill() instanceof Color ink) || opacity * ink.getOpacity() == 0) {
            return;
        }
        Bounds seen = text.localToScene(text.getLayoutBounds());
        int left = (int) Math.ceil(Math.max(0, Math.max(seen.getMinX(), frame.getMinX())));
        int right = (int) Math.min(picture.getWidth(), Math.min(seen.getMaxX(), frame.getMaxX()));
        int top = (int) Math.ceil(Math.max(0, Math.max(seen.getMinY(), frame.getMinY())));
        int bottom = (int) Math.min(picture.getHeight(), Math.min(seen.getMaxY(), frame.getMaxY()));
        if (right - left < SMALLEST || bottom - top < SMALLEST) {
            return;
        }
        texts++;
        int ground = mostCommon(left, right, top, bottom);
        Color behind = Argb.colour(ground);
        int letters = Argb.of(behind.interpolate(
                Color.color(ink.getRed(), ink.getGreen(), ink.getBlue()), opacity * ink.getOpacity()));
        double contrast = Contrast.of(letters, ground);
        if (contrast < LEAST) {
            found.add(String.format(
                    Locale.ROOT,
                    "\"%s\" of %s: #%06x on #%06x is %.2f to 1",
                    text.getText(),
                    text.getParent(),
                    letters & 0xFFFFFF,
                    ground & 0xFFFFFF,
                    contrast));
        }
    }

    /** Letters cover less of their box than what they stand on. */
    private int mostCommon(int left, int right, int top, int bottom) {
        Map<Integer, Integer> counts = new HashMap<>();
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                counts.merge(picture.getPixelReader().getArgb(x, y), 1, Integer::sum);
            }
        }
        return counts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .orElseThrow()
                .getKey();
    }
}
