package org.penumbra.view.experiments;

import java.nio.file.Path;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.controlsfx.control.SegmentedButton;
import org.kordamp.ikonli.feather.Feather;
import org.penumbra.experiment.ExperimentKind;
import org.penumbra.live.experiments.ExperimentFrame;
import org.penumbra.live.experiments.ExperimentStatus;
import org.penumbra.view.lab.FreshSeeds;
import org.penumbra.view.lab.LabColumn;
import org.penumbra.view.lab.Section;
import org.penumbra.view.widget.ActionButton;
import org.penumbra.view.widget.IconButton;
import org.penumbra.view.widget.form.ChoiceBoxes;
import org.penumbra.view.widget.form.FieldRow;
import org.penumbra.view.widget.form.ProblemLabel;

/** The left column: which experiment, how it is run, and what has come of it. */
final class ExperimentControls extends LabColumn {

    private final ExperimentsModel model;
    private final ExperimentDraft draft;
    private final ExperimentActions actions;
    private final ExperimentTransport transport;
    private final FreshSeeds seeds = new FreshSeeds();
    private final Section choice;
    private final Section results;
    private final Label folder = new Label();
    private final Button openReport;

    ExperimentControls(ExperimentsModel model, ExperimentActions actions) {
        this.model = model;
        this.actions = actions;
        draft = model.draft();
        transport = new ExperimentTransport(model, actions);
        openReport = new ActionButton(
                "open-report",
                "Open the report",
                Feather.FILE_TEXT,
                "Open report.md in the program that this machine has for it",
                actions::openReport);
        choice = new Section("Experiment", experiments());
        Section settings = new Section("How it is run", settings());
        results = new Section("Results", places());
        setSections(transport, choice, settings, results);
        model.statusProperty().subscribe(now -> {
            boolean under = now.isUnderWay();
            choice.setDisable(under);
            settings.setDisable(under);
            show(now, model.frameProperty().get());
        });
        model.frameProperty()
                .addListener(
                        (observed, before, now) -> show(model.statusProperty().get(), now));
    }

    /** Start, pause, cancel. */
    ExperimentTransport transport() {
        return transport;
    }

    /** Which experiment. */
    Section choice() {
        return choice;
    }

    /** Where results are. */
    Section results() {
        return results;
    }

    private VBox experiments() {
        ComboBox<ExperimentKind> box =
                ChoiceBoxes.of("experiment", draft.kinds(), kind -> kind.about().title(), draft.kindProperty());
        box.setAccessibleText("Experiment");
        box.setTooltip(new Tooltip("Which table or figure is computed"));
        Label question = hint();
        question.textProperty()
                .bind(draft.kindProperty().map(kind -> kind.about().question()));
        Label source = hint();
        source.textProperty()
                .bind(draft.kindProperty().map(kind -> "Source: " + kind.about().source()));
        VBox form = new VBox(box, question, source, versions());
        form.getStyleClass().add("form");
        return form;
    }

    private static Label hint() {
        Label label = new Label();
        label.getStyleClass().add("hint");
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }

    private SegmentedButton versions() {
        SegmentedButton segments = new SegmentedButton();
        segments.getStyleClass().add("segments");
        // The arrow keys would press the buttons of a group without telling anybody.
        segments.setToggleGroup(null);
        segments.setMaxWidth(Double.MAX_VALUE);
        segments.getButtons()
                .addAll(
                        version("quick", "Quick", "A version of a few minutes, for a lecture or a first look", true),
                        version("full", "Full", "All trials and repeats, as the paper has them; hours", false));
        segments.getButtons()
                .forEach(button ->
                        button.prefWidthProperty().bind(segments.widthProperty().divide(2)));
        return segments;
    }

    private ToggleButton version(String id, String text, String meaning, boolean quick) {
        ToggleButton button = new ToggleButton(text);
        button.setId(id);
        button.setTooltip(new Tooltip(meaning));
        button.setOnAction(event -> {
            // A second press would leave none chosen.
            button.setSelected(true);
            draft.quickProperty().set(quick);
        });
        draft.quickProperty().subscribe(now -> button.setSelected(now == quick));
        return button;
    }

    private VBox settings() {
        FieldRow seed = new FieldRow(draft.seed(), actions::press);
        ((HBox) seed.getChildren().get(0))
                .getChildren()
                .add(new IconButton("new-seed", Feather.SHUFFLE, "Another seed (N)", this::newSeed));
        Label base = new Label();
        base.getStyleClass().add("folder-name");
        base.setMaxWidth(Double.MAX_VALUE);
        base.setWrapText(true);
        base.setMinHeight(USE_PREF_SIZE);
        base.textProperty().bind(draft.baseProperty().map(ExperimentControls::wrapped));
        HBox.setHgrow(base, Priority.ALWAYS);
        HBox where = new HBox(
                base,
                new IconButton(
                        "choose-base", Feather.FOLDER, "Choose another folder for results", actions::chooseBase));
        where.getStyleClass().add("row");
        where.setAlignment(Pos.CENTER_LEFT);
        Label about = new Label("Each run gets a folder of its own in");
        about.getStyleClass().addAll("field-label", "wide");
        about.setWrapText(true);
        about.setMinHeight(USE_PREF_SIZE);
        VBox form = new VBox(
                new FieldRow(draft.repeats(), actions::press),
                seed,
                about,
                where,
                new ProblemLabel(draft.problemProperty()));
        form.getStyleClass().add("form");
        return form;
    }

    void newSeed() {
        if (!model.statusProperty().get().isUnderWay()) {
            draft.seed().show(seeds.otherThan(draft.seed().value().orElse(0L)));
        }
    }

    private VBox places() {
        folder.setId("results-folder");
        folder.getStyleClass().add("folder-name");
        folder.setWrapText(true);
        folder.setMinHeight(USE_PREF_SIZE);
        folder.managedProperty().bind(folder.textProperty().isNotEmpty());
        Button open = new ActionButton(
                "open-results",
                "Open results\u2026",
                Feather.FOLDER,
                "Show what a run has left in a folder, of this window or of the command line, and go on with it (Ctrl+O)",
                actions::openResults);
        open.disableProperty().bind(model.statusProperty().map(ExperimentStatus::isUnderWay));
        for (Button button : new Button[] {openReport, open}) {
            button.setMaxWidth(Double.MAX_VALUE);
        }
        VBox box = new VBox(folder, openReport, open);
        box.getStyleClass().add("form");
        return box;
    }

    private void show(ExperimentStatus now, ExperimentFrame frame) {
        folder.setText(
                frame == null
                        ? ""
                        : frame.folder().map(ExperimentControls::wrapped).orElse(""));
        openReport.setDisable(frame == null || frame.folder().isEmpty() || now.isUnderWay() || now.step() == 0);
    }

    /** A path may be parted where a folder ends, as it has no blanks at which lines end. */
    private static String wrapped(Path path) {
        String separator = path.getFileSystem().getSeparator();
        return path.toString().replace(separator, separator + "\u200b");
    }
}
