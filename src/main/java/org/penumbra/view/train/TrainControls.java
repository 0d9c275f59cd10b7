package org.penumbra.view.train;

import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.penumbra.net.image.ImageArchitecture;
import org.penumbra.net.image.LearningRateSchedule;
import org.penumbra.net.image.StepEngine;
import org.penumbra.view.lab.LabColumn;
import org.penumbra.view.lab.Section;
import org.penumbra.view.train.card.TrainSymbols;
import org.penumbra.view.widget.form.ChoiceBoxes;
import org.penumbra.view.widget.form.DraftField;
import org.penumbra.view.widget.form.FieldRow;
import org.penumbra.view.widget.form.ProblemLabel;
import org.penumbra.view.widget.form.RestartBar;
import org.penumbra.view.widget.symbol.PaperSymbols;
import org.penumbra.view.widget.symbol.Symbol;

/** The left column: everything that can be chosen. */
final class TrainControls extends LabColumn {

    private final TrainDraft draft;
    private final TrainActions actions;
    private final TrainTransport transport;
    private final Section source;
    private final Section model;

    TrainControls(TrainModel model, TrainDraft draft, TrainActions actions) {
        this.draft = draft;
        this.actions = actions;
        transport = new TrainTransport(model, actions);
        source = new Section("What it learns", new SourceForm(draft, actions));
        this.model = new Section("The model", new ModelPane(model, actions));
        setSections(
                transport, this.model, source, new Section("Network", network()), new Section("Training", training()));
        addFoot(new RestartBar(draft, "Start anew", "Start a new run with what is chosen here"));
    }

    /** Play, step, stop, reset, checkpoint. */
    TrainTransport transport() {
        return transport;
    }

    /** Preset and data. */
    Section source() {
        return source;
    }

    /** Using and saving the model. */
    Section model() {
        return model;
    }

    private VBox network() {
        ComboBox<ImageArchitecture> architectures = ChoiceBoxes.of(
                "architecture",
                List.of(ImageArchitecture.values()),
                ArchitectureNames::of,
                draft.architectureProperty());
        Tooltip about = new Tooltip();
        about.textProperty().bind(draft.architectureProperty().map(ArchitectureNames::about));
        architectures.setTooltip(about);
        mark(
                architectures,
                draft.architectureProperty(),
                setup -> setup.preset().architecture());
        VBox form = form();
        form.getChildren()
                .addAll(
                        FieldRow.row("Architecture", "Which of the paper's four networks", architectures),
                        row(draft.omega(), TrainSymbols.OMEGA),
                        row(draft.sigma(), TrainSymbols.SIGMA),
                        row(draft.clutter(), TrainSymbols.CLUTTER),
                        row(draft.lambda(), PaperSymbols.LAMBDA));
        return form;
    }

    private VBox training() {
        ComboBox<LearningRateSchedule> schedules = ChoiceBoxes.of(
                "schedule", List.of(LearningRateSchedule.values()), LearningRateSchedule::id, draft.scheduleProperty());
        schedules.setTooltip(
                new Tooltip(
                        "Constant, or along half a cosine down to 0 at the end of the run; warm: rising over the first quarter"));
        mark(
                schedules,
                draft.scheduleProperty(),
                setup -> setup.preset().training().schedule());
        VBox form = form();
        form.getChildren()
                .addAll(
                        row(draft.learningRate(), PaperSymbols.LEARNING_RATE),
                        FieldRow.row("Schedule", "How the learning rate changes over the run", schedules),
                        pair(draft.batch(), draft.epochs()),
                        pair(draft.heldOut(), draft.patience()),
                        pair(draft.dropout(), draft.seed()),
                        engine(),
                        new ProblemLabel(draft.problemProperty()));
        return form;
    }

    /** The choice is closed, and says why, where DL4J is not part of the installation. */
    private VBox engine() {
        ComboBox<StepEngine> engines =
                ChoiceBoxes.of("engine", List.of(StepEngine.values()), StepEngine::title, draft.engineProperty());
        engines.setTooltip(
                new Tooltip(
                        "Whose layers take the training steps: our own, or the stock layers of Deeplearning4j, which are slower. All "
                                + "else is the same. Keep a run of the one (K) and train by the other to compare their losses"));
        engines.disableProperty().bind(actions.dl4jMissingProperty().isNotEmpty());
        mark(engines, draft.engineProperty(), TrainSetup::engine);
        Label reason = new Label();
        reason.setId("engine-missing");
        reason.getStyleClass().add("card-remark");
        reason.setWrapText(true);
        reason.textProperty().bind(actions.dl4jMissingProperty());
        reason.visibleProperty().bind(reason.textProperty().isNotEmpty());
        reason.managedProperty().bind(reason.visibleProperty());
        VBox box = new VBox(FieldRow.row("Engine", "Whose layers take the training steps", engines), reason);
        box.getStyleClass().add("form");
        return box;
    }

    private FieldRow row(DraftField<?> field, Symbol symbol) {
        FieldRow row = new FieldRow(field, symbol, draft::apply);
        row.managedProperty().bind(row.visibleProperty());
        draft.architectureProperty().subscribe(chosen -> row.setVisible(draft.isUsed(field, chosen)));
        return row;
    }

    /** Two narrow fields side by side. */
    private HBox pair(DraftField<?> first, DraftField<?> second) {
        HBox pair = new HBox();
        pair.getStyleClass().add("row");
        for (DraftField<?> field : List.of(first, second)) {
            FieldRow row = FieldRow.above(field, draft::apply);
            row.setPrefWidth(100);
            HBox.setHgrow(row, Priority.ALWAYS);
            pair.getChildren().add(row);
        }
        return pair;
    }

    /** Shows when a choice is not what runs. */
    private <T> void mark(ComboBox<T> box, ObjectProperty<T> choice, Function<TrainSetup, T> part) {
        Runnable marking = () -> ChoiceBoxes.markChanged(
                box, draft.running() != null && !choice.get().equals(part.apply(draft.running())));
        choice.subscribe(now -> marking.run());
        draft.pendingProperty().subscribe(now -> marking.run());
    }

    private static VBox form() {
        VBox form = new VBox();
        form.getStyleClass().add("form");
        return form;
    }
}
