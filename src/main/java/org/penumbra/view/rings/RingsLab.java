package org.penumbra.view.rings;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import org.penumbra.data.OutsideText;
import org.penumbra.live.engine.EngineStatus.State;
import org.penumbra.live.rings.RingsEngine;
import org.penumbra.live.rings.RingsStatus;
import org.penumbra.live.rings.compare.Side;
import org.penumbra.preset.Preset;
import org.penumbra.preset.Presets;
import org.penumbra.state.LabState;
import org.penumbra.state.SharedState;
import org.penumbra.view.lab.EngineLab;
import org.penumbra.view.rings.field.Field;
import org.penumbra.view.rings.field.Spread;
import org.penumbra.view.shell.LabContext;
import org.penumbra.view.shell.key.Shortcut;
import org.penumbra.view.shell.message.Message;
import org.penumbra.view.shell.tour.TourStep;
import org.penumbra.view.widget.NumberScale;

/** The rings lab: a network learns points of the plane, and one sees where it should not be trusted. */
public final class RingsLab extends EngineLab {

    private final RingsModel model;
    private final RingsView view;
    private final RingsActions actions;
    private final RingsExports exports;
    private final RingsSharing sharing;
    private final PresetMenu presets;
    private final RingsExportMenu export;

    /**
     * @param start   what is shown at first
     * @param engines starts the engine that trains
     */
    public RingsLab(Preset start, RingsEngine.Factory engines, LabContext context) {
        super(context);
        model = new RingsModel(start, engines);
        view = new RingsView(model, new RunCommands(this::losing, this::openPoints));
        exports = new RingsExports(model, view.heatmaps(), context);
        actions = new RingsActions(model, view.controls().draft(), exports, this::losing, context);
        sharing = new RingsSharing(model, view.heatmaps(), actions, context);
        presets = new PresetMenu(model, actions);
        export = new RingsExportMenu(exports);
        new PointsDrop(view, actions::openPoints, actions::open);
        model.statusProperty()
                .addListener((observed, before, now) ->
                        tellFailure(now.state() == State.FAILED ? Optional.of(failureMessage(now)) : Optional.empty()));
        context.background().run(Presets::shipped, presets::show, problem -> {
            throw new IllegalStateException("the presets that ship cannot be read", problem);
        });
    }

    @Override
    public RingsModel model() {
        return model;
    }

    /** Opening and saving. */
    public RingsActions actions() {
        return actions;
    }

    /** Pictures and numbers as files. */
    public RingsExports exports() {
        return exports;
    }

    private void openPoints() {
        actions.openPoints();
    }

    @Override
    public String atStake() {
        return played().isMuch()
                ? "The run of " + played().words() + " ("
                        + NumberScale.grouped(model.statusProperty().get().step())
                        + " steps) would have to be trained anew."
                : "";
    }

    @Override
    public Optional<SharedState> share() {
        return Optional.of(sharing.share());
    }

    @Override
    public void setUp(LabState state) {
        sharing.setUp(state);
    }

    @Override
    public void openPreset(Path file) {
        actions.open(file);
    }

    /** Does what takes the present run away, once a person has allowed it where minutes are at stake. */
    private void losing(Runnable what) {
        context().losing(atStake(), what);
    }

    @Override
    public RingsView view() {
        return view;
    }

    @Override
    public List<Node> tools() {
        return List.of(presets, export);
    }

    @Override
    public ObservableValue<String> title() {
        return Bindings.createStringBinding(
                () -> OutsideText.shown(model.presetProperty().get().title())
                        + (model.modifiedProperty().get() ? " (changed)" : ""),
                model.presetProperty(),
                model.modifiedProperty());
    }

    @Override
    public List<TourStep> tour() {
        return RingsTour.of(view);
    }

    @Override
    protected List<Shortcut> keys() {
        PlaneLook look = model.look();
        List<Shortcut> keys = new ArrayList<>(List.of(
                Shortcut.of("Space", "Play or pause", model::togglePlay, "Space"),
                Shortcut.repeating("S", "One training step (also the right arrow)", model::step, "S", "Right"),
                Shortcut.of("R", "Reset: the same run again", () -> losing(model::reset), "R"),
                Shortcut.of("N", "New seed", () -> losing(model::newSeed), "N"),
                Shortcut.of("P", "Points on y, everywhere or off", () -> turn(look.pointsProperty()), "P"),
                Shortcut.of("A", "Arrows on or off", () -> flip(look.arrowsProperty()), "A"),
                Shortcut.of("C", "Contour bold on y, everywhere or off", () -> turn(look.contourProperty()), "C"),
                Shortcut.of(
                        "F",
                        "Fool: choose where an attack starts, or no longer",
                        () -> flip(model.attack().armedProperty()),
                        "F")));
        for (Field field : Field.values()) {
            String digit = Integer.toString(field.ordinal() + 1);
            keys.add(Shortcut.of(digit, field.title() + " alone", () -> enlarge(field), digit, "Numpad " + digit));
        }
        keys.add(
                Shortcut.of("5", "Left detector alone", () -> view.heatmaps().toggleAlone(Side.LEFT), "5", "Numpad 5"));
        keys.add(Shortcut.of(
                "6", "Right detector alone", () -> view.heatmaps().toggleAlone(Side.RIGHT), "6", "Numpad 6"));
        keys.add(Shortcut.of("0", "All pictures; once more: the whole region", this::showAll, "0", "Numpad 0"));
        keys.add(Shortcut.of("Ctrl+O", "Open a preset", actions::openFile, "Shortcut+O"));
        keys.add(Shortcut.of("Ctrl+S", "Save the preset", actions::save, "Shortcut+S"));
        keys.add(Shortcut.of("Ctrl+Shift+S", "Save the preset as", actions::saveAs, "Shortcut+Shift+S"));
        keys.add(Shortcut.of("Ctrl+E", "Export", export::show, "Shortcut+E"));
        return keys;
    }

    private void enlarge(Field field) {
        view.heatmaps().showAlone(view.heatmaps().aloneProperty().get() == field ? null : field);
    }

    private void showAll() {
        if (!view.heatmaps().isAlone()) {
            model.look().goHome();
        }
        view.heatmaps().showAll();
    }

    private static void turn(ObjectProperty<Spread> spread) {
        spread.set(spread.get().next());
    }

    private static void flip(BooleanProperty shown) {
        shown.set(!shown.get());
    }

    private Message failureMessage(RingsStatus status) {
        String text = status.failure();
        Message.Choice reset = new Message.Choice("Reset", () -> losing(model::reset));
        // Only a run that diverged is helped by a lower rate.
        return status.divergence().isPresent()
                ? Message.failure(
                        "Training stopped",
                        text,
                        new Message.Choice("Lower the learning rate and reset", () -> losing(model::restartCalmer)),
                        reset)
                : Message.failure("Training stopped", text, reset);
    }
}
