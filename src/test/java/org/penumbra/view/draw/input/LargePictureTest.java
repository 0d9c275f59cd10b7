package org.penumbra.view.draw.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.penumbra.data.Position;
import org.penumbra.data.ink.Fit;
import org.penumbra.data.ink.ImageChange.Half;

/** What the networks judge is the large picture as soon as it is not what lies on the pad. */
@Timeout(60)
class LargePictureTest {

    private final InputModel model = new InputModel();
    private final LargePicture large = new LargePicture(model);

    @Test
    void everyChangeOfTheImageShowsWhatTheNetworksJudgeLarge() {
        draw();
        assertFalse(isJudged(), "a drawing as it is");
        change(now -> now.withRotation(30));
        change(now -> now.withInverted(true));
        change(now -> now.withNoise(0.3));
        change(now -> now.withHalf(Optional.of(Half.LEFT)));
        change(now -> now.withPartner(new Base.Still("other", new float[784])).withShare(0.5));
        model.fitProperty().set(Optional.of(Fit.WHOLE));
        assertTrue(isJudged(), "another fit");
        model.fitProperty().set(Optional.empty());
        assertFalse(isJudged());
    }

    @Test
    void thePadComesBackByHandAndStaysWhileSomebodyDrawsOnIt() {
        draw();
        model.modifiersProperty().set(Modifiers.NONE.withRotation(30));
        large.swap();
        assertFalse(isJudged());
        draw();
        assertFalse(isJudged(), "one goes on drawing");
        assertEquals("drawing, rotated 30\u00b0", model.inputProperty().get().title());
        model.modifiersProperty().set(Modifiers.NONE.withRotation(40));
        assertTrue(isJudged(), "until something else is changed");
        model.penDown(new Position(20, 20));
        large.swap();
        model.modifiersProperty().set(Modifiers.NONE.withRotation(50));
        assertFalse(isJudged(), "the pad does not leave the pen");
    }

    @Test
    void anEmptiedPadIsThereToBeDrawnOn() {
        draw();
        model.fitProperty().set(Optional.of(Fit.WHOLE));
        assertTrue(isJudged());
        model.clear();
        assertFalse(isJudged());
    }

    private void change(UnaryOperator<Modifiers> changed) {
        model.modifiersProperty().set(changed.apply(Modifiers.NONE));
        assertTrue(isJudged(), model.inputProperty().get().title());
        model.resetModifiers();
        assertFalse(isJudged());
    }

    private boolean isJudged() {
        return large.judgedProperty().get();
    }

    private void draw() {
        model.penDown(new Position(20, 20));
        model.penTo(List.of(new Position(60, 70)));
        model.penUp();
    }
}
