package org.penumbra.view.rings;

import java.util.List;
import java.util.Optional;
import org.penumbra.detector.Detector;
import org.penumbra.live.rings.compare.ComparedKinds;
import org.penumbra.live.rings.compare.Side;
import org.penumbra.preset.Preset;
import org.penumbra.preset.Presets;
import org.penumbra.state.LabState;
import org.penumbra.state.RingsState;
import org.penumbra.state.SharedState;
import org.penumbra.state.Told;
import org.penumbra.view.lab.StateReport;
import org.penumbra.view.rings.field.Field;
import org.penumbra.view.rings.field.Spread;
import org.penumbra.view.shell.LabContext;

/** What the rings lab is set to, as a state, and the way back. */
final class RingsSharing {

    private final RingsModel model;
    private final HeatmapsPane heatmaps;
    private final RingsActions actions;
    private final LabContext context;

    RingsSharing(RingsModel model, HeatmapsPane heatmaps, RingsActions actions, LabContext context) {
        this.model = model;
        this.heatmaps = heatmaps;
        this.actions = actions;
        this.context = context;
    }

    SharedState share() {
        Preset kept = model.presetProperty().get();
        Optional<String> base = Presets.names().contains(kept.name())
                        && Presets.find(kept.name()).equals(kept)
                ? Optional.of(kept.name())
                : Optional.empty();
        PlaneLook look = model.look();
        RingsState state = new RingsState(
                base,
                model.toPreset(kept.name(), kept.title(), kept.description()),
                new RingsState.Look(
                        RingsState.SPREADS.get(look.pointsProperty().get().ordinal()),
                        RingsState.SPREADS.get(look.contourProperty().get().ordinal()),
                        look.arrowsProperty().get(),
                        alone()),
                compared(Side.LEFT),
                compared(Side.RIGHT));
        return new SharedState(state.state(), List.of());
    }

    private Optional<String> alone() {
        return Optional.ofNullable(heatmaps.aloneProperty().get())
                .map(field -> RingsState.PICTURES.get(field.ordinal()))
                .or(() -> heatmaps.aloneSide().map(RingsSharing::picture));
    }

    private static String picture(Side side) {
        return RingsState.PICTURES.get(Field.values().length + side.ordinal());
    }

    private Optional<Detector> compared(Side side) {
        return Optional.ofNullable(model.compare().detectorProperty(side).get());
    }

    void setUp(LabState wanted) {
        Told<RingsState> told = RingsState.read(wanted);
        StateReport report = new StateReport(context, told);
        RingsState state = told.value();
        Preset kept = state.base().map(Presets::find).orElse(state.preset());
        actions.setUp(state.preset(), kept, () -> {
            model.compare().compare(Side.LEFT, known(state.left(), report));
            model.compare().compare(Side.RIGHT, known(state.right(), report));
            show(state.look());
            report.tell();
        });
    }

    private static Optional<Detector> known(Optional<Detector> wanted, StateReport report) {
        Optional<Detector> found = wanted.filter(detector -> ComparedKinds.all().stream()
                .anyMatch(kind -> kind.id().equals(detector.about().id())));
        if (wanted.isPresent() && found.isEmpty()) {
            report.remark("The detector " + wanted.get().about().name() + " has nothing to show in the plane");
        }
        return found;
    }

    private void show(RingsState.Look wanted) {
        PlaneLook look = model.look();
        look.pointsProperty().set(Spread.values()[RingsState.SPREADS.indexOf(wanted.points())]);
        look.contourProperty().set(Spread.values()[RingsState.SPREADS.indexOf(wanted.contour())]);
        look.arrowsProperty().set(wanted.arrows());
        heatmaps.showAll();
        wanted.alone().ifPresent(picture -> {
            int at = RingsState.PICTURES.indexOf(picture);
            if (at < Field.values().length) {
                heatmaps.showAlone(Field.values()[at]);
            } else {
                heatmaps.toggleAlone(Side.values()[at - Field.values().length]);
            }
        });
    }
}
