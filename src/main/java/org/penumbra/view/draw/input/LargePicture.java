package org.penumbra.view.draw.input;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/**
 * Which of two pictures is shown large: the pad, or the image that the networks judge. That is the image as soon as something
 * is changed about it, so that nobody looks at a clean 6 while the networks are asked about a turned one; a click brings back
 * the other. It needs no screen.
 */
final class LargePicture {

    private final InputModel model;
    private final ReadOnlyBooleanWrapper judged = new ReadOnlyBooleanWrapper(this, "judged");

    LargePicture(InputModel model) {
        this.model = model;
        model.modifiersProperty().addListener((observed, before, now) -> decide());
        model.fitProperty().addListener((observed, before, now) -> decide());
        // While somebody draws, the pad stays where it is.
        model.baseProperty().addListener((observed, before, now) -> {
            if (!isChanged()) {
                judged.set(false);
            }
        });
        decide();
    }

    /** Whether the image that the networks judge is the large one. */
    ReadOnlyBooleanProperty judgedProperty() {
        return judged.getReadOnlyProperty();
    }

    /** Whether the networks judge something else than what lies on the pad, but for the usual fit. */
    boolean isChanged() {
        return !model.modifiersProperty().get().areNone()
                || model.fitProperty().get().isPresent() && model.baseProperty().get() != Base.Drawing.BLANK;
    }

    /** Shows the other one large. */
    void swap() {
        judged.set(!judged.get());
    }

    private void decide() {
        if (!model.isPenDown()) {
            judged.set(isChanged());
        }
    }
}
