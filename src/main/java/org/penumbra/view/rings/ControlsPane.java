package org.penumbra.view.rings;

import javafx.geometry.Orientation;
import javafx.scene.control.TitledPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.penumbra.view.lab.LabColumn;
import org.penumbra.view.lab.Section;
import org.penumbra.view.rings.compare.ComparePane;
import org.penumbra.view.rings.compare.SettingsSwitch;
import org.penumbra.view.rings.field.RingsSymbols;
import org.penumbra.view.widget.form.ConfidenceSliders;
import org.penumbra.view.widget.form.RestartBar;

/** The left column: everything that can be set. */
public final class ControlsPane extends LabColumn {

    private final SetupDraft draft;
    private final RingsTransport transport;
    private final Section confidence;
    private final Section compare;

    ControlsPane(RingsModel model, RunCommands commands) {
        draft = new SetupDraft(model);
        transport = new RingsTransport(model, commands);
        Runnable apply = () -> commands.losing().accept(draft::apply);
        confidence = new Section(
                "Confidence",
                new SettingsSwitch(
                        model.compare(),
                        new ConfidenceSliders(
                                Orientation.VERTICAL,
                                RingsSymbols.ALPHA,
                                model.settings().alphaProperty(),
                                RingsSymbols.BETA,
                                model.settings().betaProperty(),
                                RingsSymbols.TAU,
                                model.settings().tauProperty())));
        model.compare()
                .focusProperty()
                .subscribe(side -> confidence.titleProperty().set(side == null ? "Confidence" : "Settings"));
        compare = new Section("Compare with", new ComparePane(model.compare()));
        setSections(
                transport,
                compare,
                confidence,
                new Section("Training", new TrainingSliders(model), new StopPane(model.stopProperty())),
                new Section("Show", new OverlaysPane(model.look())),
                fold(
                        "attack",
                        "Attack",
                        "Points that walk to where the network takes them for another class (F)",
                        new PlaneAttackPane(model)),
                fold("data", "Data", "What it learns from", new DataPane(draft, apply, commands.openPoints())),
                fold("network", "Network", "How large the network is", new NetworkPane(draft, apply)));
        addFoot(new RestartBar(draft, apply, "Restart", "Start a new run with these data and this network"));
    }

    /** What is being typed for the next run, and the brush for painted points. */
    SetupDraft draft() {
        return draft;
    }

    /** Play, step, reset, seed, speed. */
    RingsTransport transport() {
        return transport;
    }

    /** The sliders alpha, beta, tau. */
    Section confidence() {
        return confidence;
    }

    /** The menus of the detectors to compare. */
    Section compare() {
        return compare;
    }

    private static TitledPane fold(String id, String title, String hint, VBox content) {
        TitledPane pane = new TitledPane(title, content);
        pane.setTooltip(new Tooltip(hint));
        pane.setId(id);
        pane.getStyleClass().add("fold");
        pane.setExpanded(false);
        pane.setAnimated(false);
        return pane;
    }
}
