package org.penumbra.view.draw.answer;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.ToDoubleFunction;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.penumbra.net.image.ImageModel;
import org.penumbra.state.DrawState.Sliders;
import org.penumbra.view.widget.form.SettingProperty;

/** Alpha, beta, tau and kappa of the drawing lab, each as a property that moves the settings. */
public final class DrawSliders {

    private final ReadOnlyObjectWrapper<DrawSettings> settings =
            new ReadOnlyObjectWrapper<>(this, "settings", DrawSettings.standard());
    private final DoubleProperty alpha = setting("alpha", DrawSettings::alpha, DrawSettings::withAlpha);
    private final DoubleProperty beta = setting("beta", DrawSettings::beta, DrawSettings::withBeta);
    private final DoubleProperty tau = setting("tau", DrawSettings::tau, DrawSettings::withTau);
    private final DoubleProperty kappa = setting("kappa", DrawSettings::kappa, DrawSettings::withKappa);

    private SettingProperty<DrawSettings> setting(
            String name, ToDoubleFunction<DrawSettings> read, BiFunction<DrawSettings, Double, DrawSettings> changed) {
        return new SettingProperty<>(this, name, settings, read, changed);
    }

    ReadOnlyObjectProperty<DrawSettings> settingsProperty() {
        return settings.getReadOnlyProperty();
    }

    DrawSettings settings() {
        return settings.get();
    }

    /** One alpha for all models once it is set; while calibrated it shows the one of the selected model. */
    public DoubleProperty alphaProperty() {
        return alpha;
    }

    /** Sensitivity to positive curvature, at least 0. */
    public DoubleProperty betaProperty() {
        return beta;
    }

    /** Threshold on the scaled outputs, in (0, 1]. */
    public DoubleProperty tauProperty() {
        return tau;
    }

    /** Allowance of the calibration, at least 1; setting it calibrates. */
    public DoubleProperty kappaProperty() {
        return kappa;
    }

    /** Gives each model its own alpha for the present tau and kappa. */
    public void calibrate() {
        settings.set(settings.get().withCalibrated(true));
    }

    /** Sets all at once. */
    public void setUp(Sliders wanted) {
        settings.set(new DrawSettings(
                wanted.alpha().isEmpty(),
                wanted.kappa(),
                wanted.alpha().orElse(settings.get().alpha()),
                wanted.beta(),
                wanted.tau()));
    }

    /** All of them as a state holds them. */
    public Sliders share() {
        DrawSettings now = settings.get();
        return new Sliders(
                now.calibrated() ? Optional.empty() : Optional.of(now.alpha()), now.kappa(), now.beta(), now.tau());
    }

    /** While calibrated, shows the alpha of a model that has a decoder, if it has one. */
    void follow(ImageModel model) {
        DrawSettings now = settings.get();
        if (now.calibrated() && model.heldOutErrors().length > 0) {
            settings.set(now.showing(rounded(now.of(model).alpha())));
        }
    }

    /** Three digits that count: as many as a card shows. */
    private static double rounded(double value) {
        return value == 0 ? 0 : new BigDecimal(value).round(new MathContext(3)).doubleValue();
    }
}
