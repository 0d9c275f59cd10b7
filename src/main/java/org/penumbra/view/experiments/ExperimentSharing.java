package org.penumbra.view.experiments;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.penumbra.data.OutsideText;
import org.penumbra.data.Problem;
import org.penumbra.experiment.Experiment;
import org.penumbra.experiment.ExperimentKind;
import org.penumbra.state.ExperimentState;
import org.penumbra.state.LabState;
import org.penumbra.state.SharedState;
import org.penumbra.state.Told;
import org.penumbra.view.lab.StateReport;
import org.penumbra.view.shell.LabContext;

/** What the lab of experiments is set to, as a state, and the way back. */
final class ExperimentSharing {

    private final ExperimentsModel model;
    private final LabContext context;

    ExperimentSharing(ExperimentsModel model, LabContext context) {
        this.model = model;
        this.context = context;
    }

    /** What is chosen; empty where something of it is wrong. */
    Optional<SharedState> share() {
        return model.draft().nextProperty().get().map(ExperimentSharing::shared);
    }

    private static SharedState shared(Experiment chosen) {
        List<String> lacking = new ArrayList<>();
        if (!chosen.settings().unknown().stream().allMatch(ExperimentState::names)) {
            lacking.add("Some unknown images are in a folder, which no state names.");
        }
        return new SharedState(new ExperimentState(chosen.about().name(), chosen.settings()).state(), lacking);
    }

    /** Chooses it; a run that is under way goes on. */
    void setUp(LabState wanted) {
        Told<ExperimentState> told = ExperimentState.read(wanted);
        StateReport report = new StateReport(context, told);
        ExperimentState state = told.value();
        List<ExperimentKind> kinds = model.draft().kinds();
        Optional<ExperimentKind> kind = kinds.stream()
                .filter(one -> one.about().name().equals(state.name()))
                .findFirst();
        if (kind.isEmpty()) {
            report.remark("experiment: expected one of "
                    + kinds.stream().map(one -> one.about().name()).collect(Collectors.joining(", "))
                    + ", but found " + OutsideText.quoted(state.name()) + "; the one that was chosen stays");
        }
        choose(kind.orElse(model.draft().kindProperty().get()), state, report);
        if (model.statusProperty().get().isUnderWay()) {
            report.remark("An experiment is running; what was set up is for the next run");
        }
        report.tell();
    }

    private void choose(ExperimentKind kind, ExperimentState state, StateReport report) {
        try {
            model.draft().follow(kind.with(state.settings()));
        } catch (Problem wrong) {
            report.remark(wrong.inWindow());
        }
    }
}
