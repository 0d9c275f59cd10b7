package org.penumbra.view.draw.input;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.penumbra.data.Position;
import org.penumbra.data.ink.Fit;

/**
 * The image the models are asked about and how it came to be: what is on the pad or was chosen, what is changed about it,
 * what was tried before. It needs no screen. Every change gives a new input at once; strokes are measured in pad units, of
 * which the pad has {@link #PAD} a side, y downwards.
 */
public final class InputModel {

    /** Side of the pad, pad units; so the brush is measured in hundredths of it. */
    public static final double PAD = 100;
    /** Widths of the brush, pad units: the usual one draws as thick as the digits of MNIST are. */
    static final double USUAL_BRUSH = 9;

    static final double THINNEST_BRUSH = 2;
    static final double THICKEST_BRUSH = 25;

    private static final int MOST_UNDONE = 500;

    private final InputHistory history = new InputHistory();
    private final ReadOnlyObjectWrapper<DigitInput> input = new ReadOnlyObjectWrapper<>(this, "input");
    private final ReadOnlyObjectWrapper<Base> base = new ReadOnlyObjectWrapper<>(this, "base", Base.Drawing.BLANK);
    private final DoubleProperty brushWidth = new SimpleDoubleProperty(this, "brushWidth", USUAL_BRUSH);
    private final ObjectProperty<Modifiers> modifiers = new SimpleObjectProperty<>(this, "modifiers", Modifiers.NONE);
    private final ObjectProperty<Optional<Fit>> fit = new SimpleObjectProperty<>(this, "fit", Optional.empty());
    private final ObjectProperty<Fit> shownFit = new SimpleObjectProperty<>(this, "shownFit", Fit.DIGIT);
    private final StringProperty fitNote = new SimpleStringProperty(this, "fitNote", "");
    private final StringProperty fitRemark = new SimpleStringProperty(this, "fitRemark", "");
    private final StringProperty verdict = new SimpleStringProperty(this, "verdict", "");
    private final BooleanProperty erasing = new SimpleBooleanProperty(this, "erasing");
    private final ReadOnlyBooleanWrapper undoable = new ReadOnlyBooleanWrapper(this, "undoable");
    private final ReadOnlyBooleanWrapper redoable = new ReadOnlyBooleanWrapper(this, "redoable");
    private final Deque<Base> past = new ArrayDeque<>();
    private final Deque<Base> future = new ArrayDeque<>();
    /** By identity, as arrays compare: how each input somebody still holds was made. */
    private final Map<float[], Recipe> recipes = new WeakHashMap<>();

    private Base beforePen;
    private Pen pen;
    private boolean untold;
    private boolean settingMany;

    public InputModel() {
        brushWidth.addListener((observed, before, now) -> {
            if (base.get() instanceof Base.Drawing) {
                make();
            }
        });
        modifiers.addListener((observed, before, now) -> make());
        fit.addListener((observed, before, now) -> make());
        make();
    }

    /** The image as the networks see it; never null, blank at first. */
    public ReadOnlyObjectProperty<DigitInput> inputProperty() {
        return input.getReadOnlyProperty();
    }

    /** What the input is made from. */
    ReadOnlyObjectProperty<Base> baseProperty() {
        return base.getReadOnlyProperty();
    }

    /** Width of all that is drawn, pad units, {@link #THINNEST_BRUSH} to {@link #THICKEST_BRUSH}. */
    DoubleProperty brushWidthProperty() {
        return brushWidth;
    }

    /** What is changed about the image. */
    ObjectProperty<Modifiers> modifiersProperty() {
        return modifiers;
    }

    /** How every model sees the image, whatever it was trained with; empty: each as it was trained. */
    public ObjectProperty<Optional<Fit>> fitProperty() {
        return fit;
    }

    /** Whose image is shown beside the pad: that of the models of this fit. */
    public ObjectProperty<Fit> shownFitProperty() {
        return shownFit;
    }

    /** Says in words how the models see the image. */
    public StringProperty fitNoteProperty() {
        return fitNote;
    }

    /** Says shortly that models differ in that; empty when they do not. */
    public StringProperty fitRemarkProperty() {
        return fitRemark;
    }

    /** What the model that is looked at says of the image, in words; empty while it says nothing. */
    public StringProperty verdictProperty() {
        return verdict;
    }

    /** Whether the pen takes ink away, whichever end or button it is drawn with. */
    BooleanProperty erasingProperty() {
        return erasing;
    }

    /** How the model that is looked at sees what is put in. */
    Fit seenFit() {
        return fit.get().orElse(shownFit.get());
    }

    /** Whether there is something to undo. */
    ReadOnlyBooleanProperty undoableProperty() {
        return undoable.getReadOnlyProperty();
    }

    /** Whether there is something to redo. */
    ReadOnlyBooleanProperty redoableProperty() {
        return redoable.getReadOnlyProperty();
    }

    /** What was tried before. */
    public InputHistory history() {
        return history;
    }

    /** Starts a stroke at a place that is exact; what was on the pad stays if it was drawn. */
    public void penDown(Position at) {
        penDown(new Pen(at, 0, false));
    }

    /** Starts a stroke. The eraser takes away from whatever is on the pad, and from an empty pad nothing. */
    void penDown(Pen next) {
        penUp();
        if (next.erases() && base.get().equals(Base.Drawing.BLANK)) {
            return;
        }
        if (!(base.get() instanceof Base.Drawing)) {
            remember();
        }
        beforePen = base.get();
        pen = next;
        showStroke();
    }

    /** Goes on with the stroke, if one was started: where the pen was since, in this order. */
    public void penTo(List<Position> places) {
        if (pen != null && !places.isEmpty()) {
            places.forEach(pen::to);
            showStroke();
        }
    }

    /** Ends the stroke. One of the eraser that met no ink is forgotten; one that left none leaves an empty pad. */
    public void penUp() {
        if (pen == null) {
            return;
        }
        boolean erased = pen.erases();
        pen = null;
        if (erased && Arrays.equals(onPad(base.get()), onPad(beforePen))) {
            base.set(beforePen);
            make();
            return;
        }
        if (erased && base.get() instanceof Base.Drawing && input.get().image().isBlank()) {
            base.set(Base.Drawing.BLANK);
            make();
        }
        happened(beforePen);
    }

    /** What is seen of it on the pad, 784 pixels. */
    private float[] onPad(Base one) {
        return one.image(brushWidth.get()).of(one instanceof Base.Drawing ? Fit.WHOLE : seenFit());
    }

    /** Whether a stroke is being drawn. */
    public boolean isPenDown() {
        return pen != null;
    }

    /** Puts another image in place of this one; undo brings this one back. */
    public void choose(Base next) {
        penUp();
        remember();
        Base before = base.get();
        base.set(next);
        happened(before);
        make();
        remember();
    }

    /** Sets the strength of the noise image, 0 to 1, while that is what the input is made from. */
    void setNoiseImage(double strength) {
        if (base.get() instanceof Base.Noise noise && noise.strength() != strength) {
            base.set(new Base.Noise(strength, noise.seed()));
            make();
        }
    }

    /** Empties the pad; undo brings back what was on it. */
    public void clear() {
        penUp();
        if (!base.get().equals(Base.Drawing.BLANK)) {
            remember();
            Base before = base.get();
            base.set(Base.Drawing.BLANK);
            happened(before);
            make();
        }
    }

    /** Takes back the last stroke, clearing or choice. */
    void undo() {
        penUp();
        step(past, future);
    }

    /** Does again what was undone. */
    void redo() {
        penUp();
        step(future, past);
    }

    /** Takes off all that is changed about the image. */
    void resetModifiers() {
        modifiers.set(Modifiers.NONE);
    }

    /**
     * Returns to an earlier input, which becomes the present one as it is. If it was drawn here, its strokes come back on
     * the pad and can be undone one by one; brush and modifiers are as they were.
     */
    void show(DigitInput earlier) {
        penUp();
        remember();
        Recipe recipe = recipes.getOrDefault(earlier.pixels(), foreign(earlier));
        settingMany = true;
        modifiers.set(recipe.modifiers());
        fit.set(recipe.fit());
        if (recipe.base() instanceof Base.Drawing) {
            brushWidth.set(recipe.brushWidth());
        }
        base.set(recipe.base());
        settingMany = false;
        past.clear();
        future.clear();
        if (recipe.base() instanceof Base.Drawing drawing) {
            for (int i = 0; i < drawing.strokes().size(); i++) {
                past.push(new Base.Drawing(drawing.name(), drawing.strokes().subList(0, i)));
            }
        }
        tellSteps();
        recipes.put(earlier.pixels(), recipe);
        untold = false;
        input.set(earlier);
    }

    /** Makes another input in place of this one, which undo brings back. */
    void make(Recipe wanted) {
        penUp();
        remember();
        settingMany = true;
        brushWidth.set(wanted.brushWidth());
        modifiers.set(wanted.modifiers());
        fit.set(wanted.fit());
        settingMany = false;
        choose(wanted.base());
    }

    /** Takes the present input into the history, if it is new and nobody is drawing: it has rested for a while. */
    public void rest() {
        if (pen == null) {
            remember();
        }
    }

    /** An input that was not made here. */
    private Recipe foreign(DigitInput other) {
        return new Recipe(
                other.strokes().isEmpty()
                        ? new Base.Still(other.title(), other.image().changed(float[]::clone))
                        : new Base.Drawing(other.title(), other.strokes()),
                brushWidth.get(),
                Optional.empty(),
                Modifiers.NONE);
    }

    private Recipe recipe() {
        return new Recipe(base.get(), brushWidth.get(), fit.get(), modifiers.get());
    }

    private void make() {
        if (!settingMany) {
            Recipe recipe = recipe();
            DigitInput next = recipe.input();
            recipes.put(next.pixels(), recipe);
            untold = true;
            input.set(next);
        }
    }

    private void remember() {
        if (untold && !recipe().isBlank()) {
            history.add(input.get());
        }
        untold = false;
    }

    private void showStroke() {
        base.set(beforePen.with(pen.stroke(), brushWidth.get(), seenFit()));
        make();
    }

    private void happened(Base before) {
        past.push(before);
        if (past.size() > MOST_UNDONE) {
            past.removeLast();
        }
        future.clear();
        tellSteps();
    }

    private void step(Deque<Base> from, Deque<Base> to) {
        if (!from.isEmpty()) {
            to.push(base.get());
            base.set(from.pop());
            tellSteps();
            make();
        }
    }

    private void tellSteps() {
        undoable.set(!past.isEmpty());
        redoable.set(!future.isEmpty());
    }
}
