package org.penumbra.view.fooling;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.penumbra.state.FoolingState;
import org.penumbra.state.LabState;
import org.penumbra.state.SharedState;
import org.penumbra.state.Told;
import org.penumbra.view.lab.StateReport;
import org.penumbra.view.shell.LabContext;

/** What the fooling lab is set to, as a state, and the way back. */
final class FoolingSharing {

    private final FoolingModel model;
    private final LabContext context;

    FoolingSharing(FoolingModel model, LabContext context) {
        this.model = model;
        this.context = context;
    }

    /** Empty while the first victims are being read. */
    Optional<SharedState> share() {
        List<ChosenVictim> chosen = model.victims().chosen();
        if (chosen.isEmpty()) {
            return Optional.empty();
        }
        FoolingState state = new FoolingState(
                chosen.stream()
                        .map(one -> new FoolingState.Victim(
                                context.models().named(one.entry()),
                                one.other().map(fitted -> fitted.about().id())))
                        .toList(),
                model.protocolProperty().get().id(),
                model.startProperty().get(),
                model.all()
                        ? Optional.empty()
                        : Optional.of(model.targetProperty().get()),
                new FoolingState.Values(
                        model.tauProperty().get(),
                        model.kappaProperty().get(),
                        model.betaProperty().get()),
                new FoolingState.Effort(
                        model.mostStepsProperty().get(),
                        model.trialsProperty().get(),
                        model.seedProperty().get()));
        return Optional.of(new SharedState(state.state(), List.of()));
    }

    void setUp(LabState wanted) {
        Told<FoolingState> told = FoolingState.read(wanted);
        StateReport report = new StateReport(context, told);
        FoolingState state = told.value();
        List<Victims.Wanted> victims = new ArrayList<>();
        for (FoolingState.Victim victim : state.victims()) {
            report.model(victim.model()).ifPresent(entry -> victims.add(new Victims.Wanted(entry, victim.detector())));
        }
        model.losing(() -> {
            if (victims.isEmpty()) {
                model.change(() -> take(state));
            } else {
                model.quietly(() -> take(state));
                model.victims().choose(victims);
            }
            report.tell();
        });
    }

    private void take(FoolingState state) {
        model.protocolProperty().set(Protocol.of(state.protocol()));
        model.startProperty().set(state.start());
        model.targetProperty().set(state.target().orElse(FoolingModel.ALL));
        model.tauProperty().set(state.values().tau());
        model.kappaProperty().set(state.values().kappa());
        model.betaProperty().set(state.values().beta());
        model.mostStepsProperty().set(state.effort().steps());
        model.trialsProperty().set(state.effort().trials());
        model.seedProperty().set(state.effort().seed());
    }
}
