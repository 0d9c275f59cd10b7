package org.penumbra.view.fooling;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.penumbra.live.engine.EngineStatus.State;
import org.penumbra.live.fooling.FoolingEngine;
import org.penumbra.live.fooling.FoolingPlan;
import org.penumbra.state.LabState;
import org.penumbra.state.SharedState;
import org.penumbra.view.lab.EngineLab;
import org.penumbra.view.lab.ModelMenu;
import org.penumbra.view.shell.LabContext;
import org.penumbra.view.shell.key.Shortcut;
import org.penumbra.view.shell.message.Message;
import org.penumbra.view.shell.tour.TourStep;
import org.penumbra.view.widget.NumberScale;

/** The fooling lab: the same attack on several models side by side; plain networks give in, the autoencoder holds. */
public final class FoolingLab extends EngineLab {

    private static final List<String> FIRST = List.of("mnist-cnn", "mnist-cool", "mnist-dae-sym");

    private final FoolingModel model;
    private final FoolingView view;
    private final FoolingActions actions;
    private final FoolingSharing sharing;
    private final FoolingExportMenu export;
    private final ModelMenu add;

    /** @param engines starts the engine that attacks */
    public FoolingLab(FoolingEngine.Factory engines, LabContext context) {
        this(engines, VictimDetectors.shipped(), context);
    }

    /** @param detectors that victims may have besides their own */
    FoolingLab(FoolingEngine.Factory engines, VictimDetectors detectors, LabContext context) {
        super(context);
        Victims victims = new Victims(
                context.models(),
                detectors,
                context.background(),
                reason -> context.messages().show(Message.failure("This model cannot be attacked here", reason)));
        model = new FoolingModel(engines, victims);
        model.beforeLosing(action -> context.losing(atStake(), action));
        actions = new FoolingActions(model, context, played()::kept);
        sharing = new FoolingSharing(model, context);
        view = new FoolingView(model, actions);
        export = new FoolingExportMenu(actions);
        add = new ModelMenu(
                "Add a victim",
                victims::others,
                entry -> model.losing(() -> victims.add(entry)),
                () -> actions.openVictim(null));
        add.setId("add-victim");
        add.setGraphic(new FontIcon(Feather.PLUS));
        add.setTooltip(new Tooltip("Attack another model beside the others, at most " + FoolingPlan.MOST_VICTIMS));
        model.planProperty().subscribe(plan -> add.setDisable(plan == null || !victims.room()));
        model.statusProperty()
                .addListener((observed, before, now) -> tellFailure(
                        now.state() == State.FAILED
                                ? Optional.of(Message.failure(
                                        "The attack stopped",
                                        now.message(),
                                        new Message.Choice("Restart", model::restart)))
                                : Optional.empty()));
        victims.start(FIRST);
    }

    @Override
    public FoolingModel model() {
        return model;
    }

    FoolingActions actions() {
        return actions;
    }

    @Override
    public FoolingView view() {
        return view;
    }

    @Override
    public List<Node> tools() {
        return List.of(add, export);
    }

    @Override
    public ObservableValue<String> title() {
        return Bindings.createStringBinding(() -> title(model.planProperty().get()), model.planProperty());
    }

    private static String title(FoolingPlan plan) {
        if (plan == null) {
            return "Fooling";
        }
        List<Integer> targets = plan.settings().targets();
        return "Fooling: "
                + (targets.size() > 1
                        ? "all targets"
                        : "\u201c" + plan.victims().get(0).model().classes().get(targets.get(0)) + "\u201d");
    }

    @Override
    public String atStake() {
        return played().isMuch()
                ? "The attack of " + played().words() + " ("
                        + NumberScale.grouped(model.statusProperty().get().step())
                        + " " + model.protocolProperty().get().unit() + "s) is not exported."
                : "";
    }

    @Override
    public Optional<SharedState> share() {
        return sharing.share();
    }

    @Override
    public void setUp(LabState state) {
        sharing.setUp(state);
    }

    @Override
    public List<TourStep> tour() {
        return FoolingTour.of(view);
    }

    @Override
    protected List<Shortcut> keys() {
        List<Shortcut> keys = new ArrayList<>(List.of(
                Shortcut.of("Space", "Play or pause; once all have ended, again", model::togglePlay, "Space"),
                Shortcut.repeating("S", "One step (also the right arrow)", model::step, "S", "Right"),
                Shortcut.of("R", "Restart: the same attack again", model::restart, "R"),
                Shortcut.of("N", "New seed", model::newSeed, "N"),
                Shortcut.of("A", "All targets at once", () -> target(FoolingModel.ALL), "A")));
        for (int target = 0; target < 10; target++) {
            int chosen = target;
            keys.add(Shortcut.of(
                    Integer.toString(target),
                    "Target: class " + target,
                    () -> target(chosen),
                    Integer.toString(target),
                    "Numpad " + target));
        }
        keys.add(Shortcut.of("Ctrl+E", "Export", export::show, "Shortcut+E"));
        return keys;
    }

    private void target(int wanted) {
        FoolingPlan plan = model.planProperty().get();
        if (plan == null) {
            return;
        }
        int classes = plan.victims().get(0).model().shape().classes();
        if (wanted == FoolingModel.ALL ? classes <= FoolingModel.MOST_TARGETS : wanted < classes) {
            model.targetProperty().set(wanted);
        }
    }
}
