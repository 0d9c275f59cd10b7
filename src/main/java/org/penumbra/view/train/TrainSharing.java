package org.penumbra.view.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.penumbra.live.engine.Dl4jLoading;
import org.penumbra.net.image.StepEngine;
import org.penumbra.preset.ImagePreset;
import org.penumbra.preset.ImagePresets;
import org.penumbra.state.LabState;
import org.penumbra.state.SharedState;
import org.penumbra.state.Told;
import org.penumbra.state.TrainState;
import org.penumbra.view.lab.StateReport;
import org.penumbra.view.shell.LabContext;

/** What the training lab is set to, as a state, and the way back. */
final class TrainSharing {

    private final TrainDraft draft;
    private final LabContext context;

    TrainSharing(TrainDraft draft, LabContext context) {
        this.draft = draft;
        this.context = context;
    }

    /** What is typed; where something of that is wrong, what runs. Empty where neither is. */
    Optional<SharedState> share() {
        List<String> lacking = new ArrayList<>();
        if (draft.next().isEmpty()) {
            lacking.add("What is typed cannot be run (" + draft.complaint() + "), so the state is that of the run.");
        }
        Optional<TrainSetup> setup = draft.next().or(() -> Optional.ofNullable(draft.running()));
        return setup.map(one -> {
            if (!TrainState.names(one.preset().data())) {
                lacking.add("The images are in a folder, which no state names; whoever sets it up chooses their own.");
            }
            return new SharedState(
                    new TrainState(base(one.preset()), one.preset(), one.patience(), one.engine()).state(), lacking);
        });
    }

    private static Optional<String> base(ImagePreset preset) {
        return ImagePresets.names().contains(preset.name())
                        && ImagePresets.load(preset.name()).title().equals(preset.title())
                ? Optional.of(preset.name())
                : Optional.empty();
    }

    /** Begins the run of a state, when its images are there and a person has agreed where work would be lost. */
    void setUp(LabState wanted) {
        Told<TrainState> told = TrainState.read(wanted);
        TrainState state = told.value();
        StateReport report = new StateReport(context, told);
        draft.open(new TrainSetup(state.preset(), state.patience(), here(state.engine(), report)));
        draft.apply();
        report.tell();
    }

    private static StepEngine here(StepEngine wanted, StateReport report) {
        Optional<String> missing = wanted == StepEngine.DL4J ? Dl4jLoading.missing() : Optional.empty();
        missing.ifPresent(what -> report.remark("The engine DL4J is not here, so Penumbra trains: " + what));
        return missing.isPresent() ? StepEngine.PENUMBRA : wanted;
    }
}
