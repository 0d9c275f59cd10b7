package org.penumbra.view.draw.input;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.penumbra.data.Position;
import org.penumbra.data.ink.DigitImage;
import org.penumbra.data.ink.Fit;

/** What the eraser takes away, from drawings and from other images, and that all of it comes back. */
@Timeout(60)
class EraserTest {

    private final InputModel model = new InputModel();

    @Test
    void whatIsErasedOfADrawingIsGoneForEveryFitAndComesBackWithUndo() {
        ink(20, 20, 20, 80);
        float[] one = input().pixels();
        ink(70, 20, 70, 80);
        float[] two = input().pixels();
        erase(70, 10, 70, 90);
        assertEquals(1, parts(input().image().of(Fit.WHOLE)), "the left stroke alone is left");
        double off = 0;
        for (int i = 0; i < one.length; i++) {
            off += Math.abs(one[i] - input().pixels()[i]) / one.length;
        }
        assertTrue(off < 0.01, "cropped to what is left, it looks as it did before the second stroke: " + off);
        model.undo();
        assertArrayEquals(two, input().pixels(), 0);
        model.redo();
        assertEquals("drawing", input().title());
    }

    @Test
    void halfErasedStrokesKeepTheirOtherHalf() {
        ink(50, 10, 50, 90);
        erase(30, 90, 70, 90);
        float[] whole = input().image().of(Fit.WHOLE);
        assertEquals(0, whole[25 * 28 + 14]);
        assertEquals(1, whole[10 * 28 + 14]);
        float[] digit = input().pixels();
        assertEquals(20, rows(digit), "what is left is cropped and fills the box of 20 pixels");
    }

    @Test
    void anEmptiedPadIsBlankAndAnEraserThatMeetsNothingLeavesNoStep() {
        ink(30, 50, 70, 50);
        erase(10, 90, 90, 90);
        model.undo();
        assertEquals("blank", input().title(), "the first undo takes the stroke back, not what erased nothing");
        model.redo();
        erase(20, 50, 80, 50);
        assertEquals("blank", input().title());
        assertTrue(input().image().isBlank());
        model.undo();
        assertEquals("drawing", input().title());
        model.clear();
        boolean undoable = model.undoableProperty().get();
        erase(10, 10, 90, 90);
        assertEquals("blank", input().title());
        assertEquals(undoable, model.undoableProperty().get());
        assertFalse(model.isPenDown());
    }

    @Test
    void anImageThatWasNotDrawnLosesWhatThePadShowsThere() {
        float[] full = new float[784];
        Arrays.fill(full, 0.8f);
        model.choose(new Base.Still("grey", full));
        erase(10, 10, 90, 10);
        assertEquals("grey, partly erased", input().title());
        assertEquals(0, input().pixels()[3 * 28 + 14], 1e-6);
        assertEquals(0.8f, input().pixels()[20 * 28 + 14], 0);
        erase(10, 90, 90, 90);
        assertEquals("grey, partly erased", input().title());
        model.undo();
        model.undo();
        assertArrayEquals(full, input().pixels(), 0);
    }

    @Test
    void inkOverWhatWasErasedIsSeenAgain() {
        ink(50, 10, 50, 90);
        float[] before = input().pixels();
        erase(50, 10, 50, 90);
        ink(50, 10, 50, 90);
        assertArrayEquals(before, input().pixels(), 0.02f);
        assertArrayEquals(
                DigitImage.of(input().strokes(), InputModel.USUAL_BRUSH).pixels(), input().pixels(), 0);
    }

    private DigitInput input() {
        return model.inputProperty().get();
    }

    private void ink(double... places) {
        draw(false, places);
    }

    private void erase(double... places) {
        draw(true, places);
    }

    private void draw(boolean erases, double... places) {
        model.penDown(new Pen(new Position(places[0], places[1]), 0.25, erases));
        model.penTo(List.of(new Position(places[2], places[3])));
        model.penUp();
    }

    /** Columns with ink that have none at their left. */
    private static int parts(float[] image) {
        int parts = 0;
        boolean before = false;
        for (int column = 0; column < 28; column++) {
            boolean ink = false;
            for (int row = 0; row < 28; row++) {
                ink |= image[row * 28 + column] > 0.1f;
            }
            parts += ink && !before ? 1 : 0;
            before = ink;
        }
        return parts;
    }

    private static int rows(float[] image) {
        int rows = 0;
        for (int row = 0; row < 28; row++) {
            boolean ink = false;
            for (int column = 0; column < 28; column++) {
                ink |= image[row * 28 + column] > 0.1f;
            }
            rows += ink ? 1 : 0;
        }
        return rows;
    }
}
