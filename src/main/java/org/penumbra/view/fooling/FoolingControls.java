package org.penumbra.view.fooling;

import javafx.geometry.Orientation;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.penumbra.confidence.Calibration;
import org.penumbra.confidence.ConfidenceSettings;
import org.penumbra.view.fooling.trial.FoolingSymbols;
import org.penumbra.view.lab.LabColumn;
import org.penumbra.view.lab.Section;
import org.penumbra.view.widget.NumberScale;
import org.penumbra.view.widget.form.FieldRow;
import org.penumbra.view.widget.form.SliderPane;

/** The left column: everything that can be set. */
final class FoolingControls extends LabColumn {

    private final Section attack;
    private final Section target;
    private final FoolingTransport transport;

    FoolingControls(FoolingModel model) {
        FoolingDraft draft = new FoolingDraft(model);
        transport = new FoolingTransport(model, draft);
        target = new Section("Target", new TargetPane(model));
        attack = new Section("Attack", protocols(model), new StartPane(model), steps(model, draft));
        setSections(transport, target, attack, new Section("Threshold and confidence", sliders(model)));
    }

    /** Play, step, restart, seed, speed. */
    FoolingTransport transport() {
        return transport;
    }

    /** What is to be faked. */
    Section target() {
        return target;
    }

    /** How it is attacked. */
    Section attack() {
        return attack;
    }

    private static VBox protocols(FoolingModel model) {
        ComboBox<Protocol> choice = new ComboBox<>();
        choice.setId("protocol");
        choice.getItems().setAll(Protocol.values());
        choice.setMaxWidth(Double.MAX_VALUE);
        choice.setTooltip(new Tooltip("How the images are made"));
        choice.setAccessibleText("Attack: how the images are made");
        choice.valueProperty().bindBidirectional(model.protocolProperty());
        Label about = new Label();
        about.getStyleClass().add("hint");
        about.setWrapText(true);
        about.setMinHeight(Region.USE_PREF_SIZE);
        about.textProperty().bind(model.protocolProperty().map(Protocol::about));
        VBox box = new VBox(choice, about);
        box.getStyleClass().add("labelled");
        return box;
    }

    private static VBox steps(FoolingModel model, FoolingDraft draft) {
        FieldRow trials = new FieldRow(draft.trials(), draft::apply);
        trials.visibleProperty().bind(model.targetProperty().isEqualTo(FoolingModel.ALL));
        trials.managedProperty().bind(trials.visibleProperty());
        VBox box = new VBox(new FieldRow(draft.mostSteps(), draft::apply), trials);
        box.getStyleClass().add("form");
        return box;
    }

    private static SliderPane sliders(FoolingModel model) {
        SliderPane column = new SliderPane(Orientation.VERTICAL);
        column.add(
                "tau",
                "Threshold",
                FoolingSymbols.TAU,
                NumberScale.linear(0.01, 1).typedWithin(1e-6, 1),
                model.tauProperty());
        column.add(
                "kappa",
                "Allowance",
                FoolingSymbols.KAPPA,
                NumberScale.linear(1, 4).typedWithin(Calibration.ByKappa.KAPPA.min(), Calibration.ByKappa.KAPPA.max()),
                model.kappaProperty());
        column.add(
                "beta",
                "Curvature",
                FoolingSymbols.BETA,
                NumberScale.logarithmic(0.01, 100).withZero().typedWithin(0, ConfidenceSettings.BETA.max()),
                model.betaProperty());
        return column;
    }
}
