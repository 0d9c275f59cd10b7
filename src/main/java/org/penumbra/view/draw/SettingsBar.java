package org.penumbra.view.draw;

import java.util.Locale;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.penumbra.confidence.Calibration;
import org.penumbra.view.draw.answer.DrawModel;
import org.penumbra.view.draw.answer.DrawSettings;
import org.penumbra.view.widget.NumberScale;
import org.penumbra.view.widget.form.ConfidenceSliders;

/** Alpha, beta, tau and kappa for all cards, and the way back to calibrated alphas. */
final class SettingsBar extends HBox {

    private static final double MOST_KAPPA = 3;

    private final DrawModel model;
    private final Button calibrate = new Button("Calibrate for \u03c4");
    private final Label state = new Label();

    SettingsBar(DrawModel model) {
        this.model = model;
        getStyleClass().add("settings-bar");
        setAlignment(Pos.CENTER_LEFT);
        calibrate.setId("calibrate");
        calibrate.setMaxWidth(Double.MAX_VALUE);
        calibrate.setTooltip(new Tooltip(
                "Each autoencoder gets its own \u03b1, by \u03c4, \u03ba and its errors on held-out images (K)"));
        calibrate.setOnAction(event -> model.calibrate());
        state.setId("calibration");
        state.getStyleClass().add("hint");
        VBox calibration = new VBox(calibrate, state);
        calibration.getStyleClass().add("calibration");
        calibration.setAlignment(Pos.CENTER_LEFT);
        ConfidenceSliders sliders = new ConfidenceSliders(
                Orientation.HORIZONTAL,
                DrawSymbols.ALPHA,
                model.alphaProperty(),
                DrawSymbols.BETA,
                model.betaProperty(),
                DrawSymbols.TAU,
                model.tauProperty());
        sliders.add(
                "kappa",
                "Allowance",
                DrawSymbols.KAPPA,
                NumberScale.linear(1, MOST_KAPPA)
                        .typedWithin(Calibration.ByKappa.KAPPA.min(), Calibration.ByKappa.KAPPA.max()),
                model.kappaProperty());
        HBox.setHgrow(sliders, Priority.ALWAYS);
        getChildren().addAll(sliders, calibration);
        model.settingsProperty().addListener((observed, before, now) -> show(now));
        show(model.settingsProperty().get());
    }

    private void show(DrawSettings now) {
        calibrate.setDisable(now.calibrated());
        calibrate.getStyleClass().remove("accent");
        if (!now.calibrated()) {
            calibrate.getStyleClass().add("accent");
        }
        state.setText(
                now.calibrated()
                        ? "Each model has its own \u03b1."
                        : String.format(Locale.ROOT, "One \u03b1 for all: %s", NumberScale.text(now.alpha())));
    }
}
