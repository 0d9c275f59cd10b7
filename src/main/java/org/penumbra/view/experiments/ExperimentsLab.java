package org.penumbra.view.experiments;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import org.penumbra.experiment.ExperimentKind;
import org.penumbra.live.experiments.ExperimentEngine;
import org.penumbra.state.LabState;
import org.penumbra.state.SharedState;
import org.penumbra.view.lab.EngineLab;
import org.penumbra.view.shell.LabContext;
import org.penumbra.view.shell.key.Shortcut;
import org.penumbra.view.shell.message.Message;
import org.penumbra.view.shell.tour.TourStep;

/** The experiments lab: the paper's tables and figures, computed cell by cell, beside what the paper says. */
public final class ExperimentsLab extends EngineLab {

    private final ExperimentsModel model;
    private final ExperimentActions actions;
    private final ExperimentSharing sharing;
    private final ExperimentsView view;
    private final ExperimentExportMenu export;

    /**
     * What the lab is made of.
     *
     * @param kinds   of experiments, at least one, in the order of the menu
     * @param engines starts the engine that runs them
     * @param base    in which each run gets a folder of its own, unless another one is chosen
     * @param opener  opens a file in the program that the machine has for it
     */
    public record Parts(
            List<ExperimentKind> kinds, ExperimentEngine.Factory engines, Path base, Consumer<Path> opener) {

        public Parts {
            kinds = List.copyOf(kinds);
        }
    }

    public ExperimentsLab(Parts parts, LabContext context) {
        super(context);
        model = new ExperimentsModel(
                parts.engines().start(context.data().home()), new ExperimentDraft(parts.kinds(), parts.base()));
        actions = new ExperimentActions(model, context, parts.opener());
        sharing = new ExperimentSharing(model, context);
        view = new ExperimentsView(model, actions);
        export = new ExperimentExportMenu(actions);
        model.statusProperty().addListener((observed, before, now) -> tellFailure(actions.failure(now)));
        model.onNote(note -> context.messages().show(Message.warning("Of this run", note)));
    }

    @Override
    public ExperimentsModel model() {
        return model;
    }

    @Override
    public ExperimentsView view() {
        return view;
    }

    @Override
    public List<Node> tools() {
        return List.of(export);
    }

    @Override
    public ObservableValue<String> title() {
        return model.frameProperty()
                .map(frame -> frame.experiment().about().title())
                .orElse("Experiments");
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
        return ExperimentsTour.of(view);
    }

    @Override
    public String atStake() {
        return ExperimentActions.ofWindow(model.statusProperty().get());
    }

    @Override
    protected List<Shortcut> keys() {
        return List.of(
                Shortcut.of("Space", "Start, pause, or go on", actions::press, "Space"),
                Shortcut.of("E", "Cancel: end the run here; finished cells are kept", actions::cancel, "E"),
                Shortcut.of("N", "Another seed", () -> view.controls().newSeed(), "N"),
                Shortcut.of(
                        "Ctrl+O", "Open the results of a run, to go on with it", actions::openResults, "Shortcut+O"),
                Shortcut.of("Ctrl+R", "Open the report", actions::openReport, "Shortcut+R"),
                Shortcut.of("Ctrl+E", "Export", export::show, "Shortcut+E"));
    }
}
