package org.penumbra.view.experiments;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.penumbra.experiment.Experiment;
import org.penumbra.live.engine.EngineStatus;
import org.penumbra.live.engine.EngineStatus.State;
import org.penumbra.live.engine.GiveWay;
import org.penumbra.live.experiments.ExperimentEngine;
import org.penumbra.live.experiments.ExperimentFrame;
import org.penumbra.live.experiments.ExperimentPlan;
import org.penumbra.live.experiments.ExperimentStatus;
import org.penumbra.view.lab.LabModel;
import org.penumbra.view.lab.TransportRow.Press;

/** The observable state and the commands of the experiments lab. It needs no screen. */
final class ExperimentsModel implements LabModel {

    private final ExperimentEngine engine;
    private final ExperimentDraft draft;
    private final ReadOnlyObjectWrapper<ExperimentStatus> status = new ReadOnlyObjectWrapper<>(this, "status");
    private final ReadOnlyObjectWrapper<ExperimentFrame> frame = new ReadOnlyObjectWrapper<>(this, "frame");
    private final ReadOnlyObjectWrapper<Press> press = new ReadOnlyObjectWrapper<>(this, "press", Press.START);
    private Consumer<String> notes = note -> {};
    /** What the engine was last told to show, so that a choice that changes nothing loses no results. */
    private Optional<Experiment> shown = Optional.empty();

    ExperimentsModel(ExperimentEngine engine, ExperimentDraft draft) {
        this.engine = engine;
        this.draft = draft;
        status.set(engine.status());
        draft.nextProperty().subscribe(this::choose);
        status.addListener((observed, before, now) -> press.set(next(now)));
    }

    ExperimentDraft draft() {
        return draft;
    }

    /** How the engine is doing. */
    ReadOnlyObjectProperty<ExperimentStatus> statusProperty() {
        return status.getReadOnlyProperty();
    }

    /** What is to be seen; null before the first. */
    ReadOnlyObjectProperty<ExperimentFrame> frameProperty() {
        return frame.getReadOnlyProperty();
    }

    /** What the large button does next. */
    ReadOnlyObjectProperty<Press> pressProperty() {
        return press.getReadOnlyProperty();
    }

    private void choose(Optional<Experiment> chosen) {
        if (chosen.isPresent()
                && !status.get().isUnderWay()
                && shown.filter(draft::isChosen).isEmpty()) {
            shown = chosen;
            engine.prepare(chosen.get());
        }
        press.set(next(status.get()));
    }

    private Press next(ExperimentStatus now) {
        return switch (now.state()) {
            case STARTING, RUNNING -> Press.PAUSE;
            case PAUSED -> Press.GO_ON;
            default -> goesOn(now) ? Press.GO_ON : Press.START;
        };
    }

    /** Whether the run that is shown can be gone on with in its folder. */
    private boolean goesOn(ExperimentStatus now) {
        ExperimentFrame seen = frame.get();
        return now.canGoOn()
                && seen != null
                && seen.folder().isPresent()
                && seen.generation() == now.generation()
                && draft.isChosen(seen.experiment());
    }

    /** Starts, pauses, or goes on. */
    void press() {
        ExperimentStatus now = status.get();
        if (now.state() == State.PAUSED) {
            engine.play();
        } else if (now.isUnderWay()) {
            engine.pause();
        } else if (goesOn(now)) {
            ExperimentFrame seen = frame.get();
            engine.begin(new ExperimentPlan(seen.experiment(), seen.folder().orElseThrow(), true));
        } else {
            draft.nextProperty().get().ifPresent(next -> {
                shown = Optional.of(next);
                engine.begin(new ExperimentPlan(next, draft.folder(next), false));
            });
        }
    }

    /** Ends the run; finished cells are kept. */
    void cancel() {
        engine.cancel();
    }

    /** Shows what a run has left in a folder. */
    void open(Path folder) {
        engine.open(folder);
    }

    /** @param receiver gets sentences that a person should know and need not act on */
    void onNote(Consumer<String> receiver) {
        notes = receiver;
    }

    @Override
    public void pulse() {
        engine.takeNotes().forEach(notes);
        status.set(engine.status());
        engine.takeFrame().ifPresent(newer -> {
            if (frame.get() == null || newer.generation() != frame.get().generation()) {
                shown = Optional.of(newer.experiment());
                if (!draft.isChosen(newer.experiment()) && newer.folder().isPresent()) {
                    draft.follow(newer.experiment());
                }
            }
            frame.set(newer);
            press.set(next(status.get()));
        });
    }

    @Override
    public Optional<EngineStatus<?>> engineStatus() {
        return Optional.of(engine.status());
    }

    @Override
    public void giveWay(GiveWay how) {
        engine.giveWay(how);
    }

    @Override
    public void close() {
        engine.close();
    }
}
