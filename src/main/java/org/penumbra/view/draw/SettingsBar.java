package org.penumbra.view.draw;

import java.util.Collections;
import java.util.Locale;
import javafx.geometry.Orientation;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.penumbra.confidence.Calibration;
import org.penumbra.view.draw.answer.Comparison;
import org.penumbra.view.draw.answer.DrawModel;
import org.penumbra.view.draw.answer.DrawSettings;
import org.penumbra.view.widget.NumberScale;
import org.penumbra.view.widget.form.ConfidenceSliders;

/**
 * Alpha, beta, tau and kappa for all cards, and the way back to calibrated alphas. The sliders stand in one row or in two, the
 * rest beside them or below, as there is room.
 */
final class SettingsBar extends Region {

    private static final double MOST_KAPPA = 3;
    private static final int SLIDERS = 4;
    private static final double GAP = 24;
    private static final double SMALL_GAP = 8;
    /** Width that a slider needs, and that the calibration needs, in letters. */
    private static final double SLIDER = 12.5;

    private static final double CALIBRATION = 13;

    /** The words on the calibration are so much smaller than a letter. */
    private static final double STATE_LETTER = 0.92;

    private final DrawModel model;
    private final Button calibrate = new Button("Calibrate for \u03c4");
    private final Label state = new Label();
    private final ConfidenceSliders sliders;

    SettingsBar(DrawModel model) {
        this.model = model;
        getStyleClass().add("settings-bar");
        calibrate.setId("calibrate");
        calibrate.setMaxWidth(Double.MAX_VALUE);
        calibrate.setTooltip(new Tooltip(
                "Each autoencoder gets its own \u03b1, by \u03c4, \u03ba and its errors on held-out images (K)"));
        calibrate.setOnAction(event -> model.sliders().calibrate());
        state.setId("calibration");
        state.getStyleClass().add("hint");
        sliders = new ConfidenceSliders(
                Orientation.HORIZONTAL,
                DrawSymbols.ALPHA,
                model.sliders().alphaProperty(),
                DrawSymbols.BETA,
                model.sliders().betaProperty(),
                DrawSymbols.TAU,
                model.sliders().tauProperty());
        sliders.add(
                "kappa",
                "Allowance",
                DrawSymbols.KAPPA,
                NumberScale.linear(1, MOST_KAPPA)
                        .typedWithin(Calibration.ByKappa.KAPPA.min(), Calibration.ByKappa.KAPPA.max()),
                model.sliders().kappaProperty());
        getChildren().addAll(sliders, calibrate, state);
        model.settingsProperty().addListener((observed, before, now) -> show(now));
        model.comparisonProperty()
                .subscribe(now -> show(model.settingsProperty().get()));
    }

    private void show(DrawSettings now) {
        calibrate.setDisable(now.calibrated());
        calibrate.getStyleClass().remove("accent");
        if (!now.calibrated()) {
            calibrate.getStyleClass().add("accent");
        }
        boolean detectors = model.comparisonProperty().get() == Comparison.DETECTORS;
        state.setText(
                detectors
                        ? "Of the confidence only."
                        : now.calibrated()
                                ? "Each model has its own \u03b1."
                                : String.format(Locale.ROOT, "One \u03b1 for all: %s", NumberScale.text(now.alpha())));
    }

    /** How the parts stand in a room of some width. */
    private enum Form {
        ONE_ROW(SLIDERS, true),
        TWO_ROWS(SLIDERS / 2, true),
        TWO_ROWS_AND_ONE(SLIDERS / 2, false);

        private final int columns;
        private final boolean beside;

        Form(int columns, boolean beside) {
            this.columns = columns;
            this.beside = beside;
        }
    }

    private double letters(double count) {
        return Math.rint(count * state.getFont().getSize() / STATE_LETTER);
    }

    private Form form(double width) {
        for (Form form : Form.values()) {
            double least = form.columns * letters(SLIDER)
                    + (form.columns - 1) * GAP
                    + (form.beside ? GAP + letters(CALIBRATION) : 0);
            if (width < 0 || width >= least) {
                return form;
            }
        }
        return Form.TWO_ROWS_AND_ONE;
    }

    private void arrange(int columns) {
        if (sliders.getColumnConstraints().size() == columns) {
            return;
        }
        ColumnConstraints share = new ColumnConstraints();
        share.setPercentWidth(100.0 / columns);
        share.setHgrow(Priority.ALWAYS);
        sliders.getColumnConstraints().setAll(Collections.nCopies(columns, share));
        for (int i = 0; i < SLIDERS; i++) {
            GridPane.setConstraints(sliders.getChildren().get(i), i % columns, i / columns);
        }
    }

    private double slidersWidth(Form form, double width) {
        return form.beside ? width - GAP - letters(CALIBRATION) : width;
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 2 * letters(SLIDER) + GAP;
    }

    @Override
    protected double computePrefHeight(double width) {
        Form form = form(width);
        arrange(form.columns);
        double high = sliders.prefHeight(width < 0 ? -1 : slidersWidth(form, width));
        return Math.ceil(form.beside ? Math.max(high, besideHeight()) : high + SMALL_GAP + calibrate.prefHeight(-1));
    }

    private double besideHeight() {
        return calibrate.prefHeight(-1) + state.prefHeight(-1);
    }

    @Override
    protected void layoutChildren() {
        Form form = form(getWidth());
        arrange(form.columns);
        double wide = slidersWidth(form, getWidth());
        double high = Math.ceil(sliders.prefHeight(wide));
        sliders.resizeRelocate(0, 0, wide, high);
        double button = calibrate.prefHeight(-1);
        double words = state.prefHeight(-1);
        double calibration = letters(CALIBRATION);
        if (form.beside) {
            double top = Math.rint(Math.max(0, (high - besideHeight()) / 2));
            calibrate.resizeRelocate(wide + GAP, top, calibration, button);
            state.resizeRelocate(wide + GAP, top + button, calibration, words);
        } else {
            calibrate.resizeRelocate(0, high + SMALL_GAP, calibration, button);
            double x = calibration + SMALL_GAP;
            state.resizeRelocate(x, high + SMALL_GAP + Math.rint((button - words) / 2), getWidth() - x, words);
        }
    }
}
