package org.penumbra.view.widget;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Bounds;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.transform.Affine;
import javafx.scene.transform.Transform;

/**
 * The words of a drawing, one node each, to lie above its canvas. A canvas would lay its own text out on the render thread,
 * and JavaFX on Linux frees the same native memory twice when the window's thread lays text out at the same moment; see
 * {@code src/docs/decisions/0014-no-text-on-a-canvas.md}.
 *
 * <p>A drawing calls {@link #begin}, writes, and calls {@link #end}. Nodes are kept from one drawing to the next, and words
 * that have not changed are not laid out again.
 */
public final class TextLayer extends Region {

    private final List<Word> words = new ArrayList<>();
    private List<Bounds> covered = List.of();
    private int used;

    /**
     * How words look and where they lie beside their point.
     *
     * @param font    of the letters
     * @param colour  of the letters
     * @param across  which part of the words lies at x
     * @param upright which part of the words lies at y
     */
    public record Style(Font font, Color colour, HPos across, VPos upright) {}

    /** A layer without words; it takes no room and lets the mouse through. */
    public TextLayer() {
        setManaged(false);
        setMouseTransparent(true);
    }

    /** Starts a drawing: what is not written again goes. */
    public void begin() {
        used = 0;
    }

    /** Writes words at a point, pixels of this layer. */
    public void write(String text, Style style, double x, double y) {
        write(text, style, x, y, Double.POSITIVE_INFINITY);
    }

    /** Writes words, squeezed where they are wider than {@code most} pixels. */
    public void write(String text, Style style, double x, double y, double most) {
        next().show(text, style, x, y, most, null);
    }

    /** Writes words at a point of a system of coordinates that may be turned. */
    public void write(String text, Style style, double x, double y, Affine system) {
        next().show(text, style, x, y, Double.POSITIVE_INFINITY, system);
    }

    /** Ends a drawing. */
    public void end() {
        for (int i = 0; i < words.size(); i++) {
            words.get(i).setVisible(i < used && !isCovered(words.get(i)));
        }
    }

    /** Hides the words that these parts of the layer touch, pixels of this layer, in this drawing and in those to come. */
    public void cover(List<Bounds> parts) {
        if (!parts.equals(covered)) {
            covered = List.copyOf(parts);
            end();
        }
    }

    private boolean isCovered(Word word) {
        return covered.stream().anyMatch(word.getBoundsInParent()::intersects);
    }

    /** The words that are seen, in the order they were written. */
    public List<String> written() {
        return words.stream().filter(Word::isVisible).map(Text::getText).toList();
    }

    private Word next() {
        if (used == words.size()) {
            Word word = new Word();
            words.add(word);
            getChildren().add(word);
        }
        return words.get(used++);
    }

    /** Words at a point. Font and colour are bound, which keeps style sheets from changing them. */
    private static final class Word extends Text {

        private final ObjectProperty<Font> font = new SimpleObjectProperty<>(Font.getDefault());
        private final ObjectProperty<Color> colour = new SimpleObjectProperty<>(Color.BLACK);

        Word() {
            setManaged(false);
            fontProperty().bind(font);
            fillProperty().bind(colour);
        }

        void show(String text, Style style, double x, double y, double most, Affine system) {
            if (!text.equals(getText())) {
                setText(text);
            }
            if (!style.font().equals(font.get())) {
                font.set(style.font());
            }
            colour.set(style.colour());
            setTextOrigin(style.upright());
            double width = getLayoutBounds().getWidth();
            double left = switch (style.across()) {
                case LEFT -> 0;
                case CENTER -> width / 2;
                case RIGHT -> width;
            };
            setX(x - left);
            setY(y);
            if (width > most) {
                getTransforms().setAll(Transform.scale(most / width, 1, x, y));
            } else if (system != null) {
                getTransforms().setAll(system);
            } else {
                getTransforms().clear();
            }
        }
    }
}
