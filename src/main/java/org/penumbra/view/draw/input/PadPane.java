package org.penumbra.view.draw.input;

import javafx.geometry.Orientation;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.penumbra.data.ink.DigitImage;
import org.penumbra.view.widget.DigitView;

/** The pad, and beside it the image that the networks see, with the buttons for undo, redo and clear below. */
final class PadPane extends Region {

    private static final double GAP = 8;
    /** The preview's share of the width; in the smallest window each of its pixels is 3 of the screen's wide. */
    private static final double PREVIEW_SHARE = 0.28;

    private final InputModel model;
    private final InkPad pad;
    private final DigitView preview = new DigitView(3);
    private final VBox side;

    PadPane(InputModel model, PictureInput pictures) {
        this.model = model;
        getStyleClass().add("pad-pane");
        pad = new InkPad(model, pictures);
        preview.setId("preview");
        preview.readOut("x");
        side = new VBox(new FitMenu(model), tools(model));
        side.getStyleClass().add("beside-pad");
        getChildren().addAll(pad, preview, side);
        model.inputProperty().addListener((observed, before, now) -> show(now));
        model.shownFitProperty()
                .addListener(
                        (observed, before, now) -> show(model.inputProperty().get()));
        show(model.inputProperty().get());
    }

    /** The pad. */
    InkPad pad() {
        return pad;
    }

    /** What the networks see. */
    DigitView preview() {
        return preview;
    }

    private void show(DigitInput input) {
        preview.show(input.image().of(model.shownFitProperty().get()));
        preview.setAccessibleText("What the networks see: " + input.title());
    }

    private static VBox tools(InputModel model) {
        Button undo = button("undo", Feather.CORNER_UP_LEFT, "Take the last stroke back (Ctrl+Z)");
        undo.disableProperty().bind(model.undoableProperty().not());
        undo.setOnAction(event -> model.undo());
        Button redo = button("redo", Feather.CORNER_UP_RIGHT, "Draw it again (Ctrl+Y)");
        redo.disableProperty().bind(model.redoableProperty().not());
        redo.setOnAction(event -> model.redo());
        Button clear = button("clear", Feather.TRASH_2, "Empty the pad (Delete); undo brings it back");
        clear.setText("Clear");
        clear.getStyleClass().remove("button-icon");
        clear.setMaxWidth(Double.MAX_VALUE);
        clear.disableProperty().bind(model.baseProperty().map(Base.Drawing.BLANK::equals));
        clear.setOnAction(event -> model.clear());
        HBox steps = new HBox(undo, redo);
        steps.getStyleClass().add("row");
        VBox tools = new VBox(steps, clear);
        tools.getStyleClass().add("pad-tools");
        return tools;
    }

    private static Button button(String id, Ikon icon, String meaning) {
        Button button = new Button(null, new FontIcon(icon));
        button.setId(id);
        button.getStyleClass().add("button-icon");
        button.setTooltip(new Tooltip(meaning));
        button.setAccessibleText(meaning);
        return button;
    }

    private static double previewSide(double width) {
        return Math.max(DigitImage.SIDE, Math.round(width * PREVIEW_SHARE));
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefWidth(double height) {
        return pad.prefWidth(-1) + GAP + preview.prefWidth(-1);
    }

    @Override
    protected double computePrefHeight(double width) {
        double wide = width < 0 ? computePrefWidth(-1) : width;
        return Math.floor(wide - GAP - previewSide(wide));
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        double small = previewSide(getWidth());
        double large = Math.min(getHeight(), Math.floor(getWidth() - GAP - small));
        pad.resizeRelocate(0, 0, large, large);
        double x = getWidth() - small;
        preview.resizeRelocate(x, 0, small, small);
        side.resizeRelocate(x, small, small, Math.max(0, large - small));
    }
}
