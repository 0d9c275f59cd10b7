package org.penumbra.view.draw.input;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.penumbra.data.Position;
import org.penumbra.data.ink.DigitImage;
import org.penumbra.data.ink.Fit;
import org.penumbra.data.ink.ImageChange;

class InputModelTest {

    private final InputModel model = new InputModel();

    @Test
    void atFirstThePadIsBlank() {
        assertEquals("blank", input().title());
        assertArrayEquals(new float[784], input().pixels(), 0);
        assertFalse(model.undoableProperty().get());
        model.rest();
        assertEquals(0, model.history().entries().size());
    }

    @Test
    void everyMoveOfThePenGivesTheImageOfWhatIsOnThePad() {
        List<DigitInput> seen = new ArrayList<>();
        model.inputProperty().addListener((observed, before, now) -> seen.add(now));
        model.penDown(new Position(20, 20));
        model.penTo(List.of(new Position(40, 30), new Position(60, 20)));
        model.penTo(List.of(new Position(60, 80)));
        model.penUp();
        assertEquals(3, seen.size());
        assertEquals("drawing", input().title());
        assertEquals(1, input().strokes().size());
        assertArrayEquals(
                DigitImage.of(input().strokes(), InputModel.USUAL_BRUSH).pixels(), input().pixels(), 0);
        List<Position> points = input().strokes().get(0).points();
        assertEquals(new Position(20, 20), points.get(0));
        assertEquals(new Position(60, 80), points.get(points.size() - 1));
    }

    @Test
    void thePenIsCalmThoughScreensCountInWholePixels() {
        // A straight line on a pad of 209 pixels, as a screen reports it pixel by pixel.
        double pixel = 100 / 209.0;
        Pen pen = new Pen(new Position(20 * pixel, 30 * pixel), pixel, false);
        for (int x = 21; x <= 180; x++) {
            pen.to(new Position(x * pixel, Math.round(30 + 0.37 * (x - 20)) * pixel));
        }
        double most = 0;
        for (Position point : pen.stroke().points()) {
            double onLine = (30 + 0.37 * (point.x() / pixel - 20)) * pixel;
            most = Math.max(most, Math.abs(point.y() - onLine) / pixel);
        }
        System.out.printf("the pen trembles by %.2f pixels%n", most);
        assertTrue(most < 0.4, "trembles by " + most + " pixels");
    }

    @Test
    void undoRedoAndClearWalkThroughTheStrokes() {
        stroke(20);
        stroke(50);
        float[] two = input().pixels();
        model.undo();
        assertEquals(1, input().strokes().size());
        model.clear();
        assertEquals("blank", input().title());
        model.undo();
        assertEquals(1, input().strokes().size());
        model.redo();
        assertEquals("blank", input().title());
        model.undo();
        model.undo();
        assertEquals("blank", input().title());
        assertFalse(model.undoableProperty().get());
        model.redo();
        assertEquals(1, input().strokes().size());
        stroke(50);
        assertArrayEquals(two, input().pixels(), 0);
        assertFalse(model.redoableProperty().get(), "a new stroke ends what could be redone");
    }

    @Test
    void undoEndsAStrokeThatIsBeingDrawn() {
        model.penDown(new Position(20, 20));
        model.undo();
        assertEquals("blank", input().title());
        model.penTo(List.of(new Position(40, 40)));
        assertEquals("blank", input().title());
    }

    @Test
    void theBrushWidensAllThatIsDrawnAndNothingElse() {
        stroke(20);
        model.brushWidthProperty().set(20);
        assertArrayEquals(DigitImage.of(input().strokes(), 20).pixels(), input().pixels(), 0);
        model.choose(still("still", 0.5f));
        DigitInput before = input();
        model.brushWidthProperty().set(5);
        assertSame(before, input());
    }

    @Test
    void modifiersApplyInTheirOrderAndAreTold() {
        float[] image = new float[784];
        image[5 * 28 + 9] = 1;
        image[20 * 28 + 17] = 0.5f;
        Base.Still other = still("other", 0.25f);
        model.choose(new Base.Still("two dots", image));
        model.modifiersProperty()
                .set(new Modifiers(Optional.of(other), 0.3, Optional.of(ImageChange.Half.LEFT), 30, true, 0.4, 8));
        float[] expected = new ImageChange.Blend(other.pixels(), 0.3).apply(image);
        expected = new ImageChange.BlankHalf(ImageChange.Half.LEFT).apply(expected);
        expected = new ImageChange.Rotation(30).apply(expected);
        expected = new ImageChange.Inversion().apply(expected);
        expected = new ImageChange.AddedNoise(0.4, 8).apply(expected);
        assertArrayEquals(expected, input().pixels(), 0);
        assertEquals(
                "two dots, blended with 30 % of other, left half blank, rotated 30\u00b0, inverted, noise 0.40",
                input().title());
        model.resetModifiers();
        assertEquals("two dots", input().title());
        assertArrayEquals(image, input().pixels(), 0);
        assertNotSame(image, input().pixels(), "the base is not handed out");
    }

    @Test
    void modifiersFollowThePen() {
        model.modifiersProperty().set(Modifiers.NONE.withRotation(90));
        stroke(20);
        assertEquals("drawing, rotated 90\u00b0", input().title());
        assertArrayEquals(
                new ImageChange.Rotation(90)
                        .apply(DigitImage.of(input().strokes(), InputModel.USUAL_BRUSH)
                                .pixels()),
                input().pixels(),
                0);
    }

    @Test
    void modifiersRefuseWhatTheyCannotDo() {
        assertEquals(
                "rotation: expected -180.0 to 180.0, but got 181.0",
                assertThrows(IllegalArgumentException.class, () -> Modifiers.NONE.withRotation(181))
                        .getMessage());
        assertEquals(
                "noise: expected 0.0 to 1.0, but got NaN",
                assertThrows(IllegalArgumentException.class, () -> Modifiers.NONE.withNoise(Double.NaN))
                        .getMessage());
    }

    @Test
    void drawingOverAnImageStartsAnewAndUndoBringsTheImageBack() {
        model.choose(still("still", 0.5f));
        stroke(20);
        assertEquals("drawing", input().title());
        assertEquals(1, input().strokes().size());
        model.undo();
        assertEquals("still", input().title());
        assertArrayEquals(still("still", 0.5f).pixels(), input().pixels(), 0);
    }

    @Test
    void whatRestsOrIsChosenIsRememberedAndNotEveryPulse() {
        stroke(20);
        assertEquals(List.of(), titles());
        model.rest();
        model.rest();
        assertEquals(List.of("drawing"), titles());
        model.choose(still("a", 0.2f));
        model.choose(still("b", 0.3f));
        assertEquals(List.of("b", "a", "drawing"), titles());
        model.penDown(new Position(20, 20));
        model.penTo(List.of(new Position(60, 60)));
        model.rest();
        assertEquals(List.of("b", "a", "drawing"), titles(), "while the pen is down nothing rests");
        model.penUp();
        model.clear();
        assertEquals(List.of("drawing", "b", "a", "drawing"), titles(), "what is wiped away was tried");
    }

    @Test
    void equalNeighboursAreKeptOnceAndTheOldestMakeRoom() {
        model.choose(still("a", 0.2f));
        model.choose(still("again", 0.2f));
        assertEquals(List.of("a"), titles());
        for (int i = 0; i < 120; i++) {
            model.choose(still("image " + i, (i + 1) / 200f));
        }
        assertEquals(InputHistory.MOST, model.history().entries().size());
        assertEquals("image 119", titles().get(0));
        assertEquals("image 20", titles().get(99));
    }

    @Test
    void anEarlierInputComesBackWithStrokesBrushAndModifiersAndCanBeContinued() {
        model.brushWidthProperty().set(12);
        stroke(20);
        stroke(40);
        model.modifiersProperty().set(Modifiers.NONE.withRotation(-45));
        model.rest();
        DigitInput earlier = input();
        model.resetModifiers();
        model.brushWidthProperty().set(4);
        model.choose(still("other", 0.4f));

        model.show(earlier);
        assertSame(earlier, input());
        assertEquals(12, model.brushWidthProperty().get());
        assertEquals(-45, model.modifiersProperty().get().rotation());
        assertEquals(earlier.strokes(), ((Base.Drawing) model.baseProperty().get()).strokes());
        int entries = model.history().entries().size();
        model.rest();
        assertEquals(entries, model.history().entries().size(), "looking back adds nothing");

        stroke(60);
        assertEquals(3, input().strokes().size());
        assertEquals(earlier.strokes(), input().strokes().subList(0, 2));
        model.undo();
        assertArrayEquals(earlier.pixels(), input().pixels(), 0);
        model.undo();
        model.undo();
        assertEquals(0, input().strokes().size());
        assertFalse(model.undoableProperty().get());
    }

    @Test
    void anInputMadeElsewhereIsShownAsItIs() {
        float[] pixels = new float[784];
        pixels[100] = 0.7f;
        DigitInput foreign = new DigitInput("fooling image", pixels, List.of());
        model.show(foreign);
        assertSame(foreign, input());
        model.modifiersProperty().set(Modifiers.NONE.withInverted(true));
        assertEquals("fooling image, inverted", input().title());
        assertEquals(0.3f, input().pixels()[100], 1e-6);
        model.resetModifiers();
        assertArrayEquals(pixels, input().pixels(), 0);
    }

    @Test
    void theStrengthOfTheNoiseImageIsItsOwn() {
        model.choose(new Base.Noise(1, 5));
        assertEquals("noise image 1.00", input().title());
        model.setNoiseImage(0.25);
        assertEquals("noise image 0.25", input().title());
        assertArrayEquals(new ImageChange.OnlyNoise(0.25, 5).apply(new float[784]), input().pixels(), 0);
        model.choose(still("still", 0.5f));
        model.setNoiseImage(0.9);
        assertEquals("still", input().title());
    }

    @Test
    void oneFitForAllModelsReplacesTheirOwnAndComesBackWithTheInput() {
        stroke(20);
        float[] digit = input().image().of(Fit.DIGIT);
        float[] whole = input().image().of(Fit.WHOLE);
        assertFalse(Arrays.equals(digit, whole), "the pad is the picture");
        DigitInput asTrained = input();
        model.fitProperty().set(Optional.of(Fit.WHOLE));
        assertArrayEquals(whole, input().image().of(Fit.DIGIT), 0);
        assertArrayEquals(whole, input().image().of(Fit.AS_IS), 0);
        model.show(asTrained);
        assertEquals(Optional.empty(), model.fitProperty().get());
        assertSame(asTrained, input());
    }

    private DigitInput input() {
        return model.inputProperty().get();
    }

    private List<String> titles() {
        return model.history().entries().stream()
                .map(entry -> entry.input().title())
                .toList();
    }

    private void stroke(double x) {
        model.penDown(new Position(x, 20));
        model.penTo(List.of(new Position(x + 5, 50), new Position(x, 80)));
        model.penUp();
    }

    private static Base.Still still(String title, float value) {
        float[] pixels = new float[784];
        Arrays.fill(pixels, value);
        return new Base.Still(title, pixels);
    }
}
