package org.penumbra.view.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.control.skin.ComboBoxListViewSkin;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.penumbra.data.ink.Fit;
import org.penumbra.preset.ImagePreset;
import org.penumbra.preset.ImageSource;
import org.penumbra.view.widget.IconButton;
import org.penumbra.view.widget.form.ChoiceBoxes;
import org.penumbra.view.widget.form.FieldRow;

/** Preset and data. */
final class SourceForm extends VBox {

    /** Height of a preset with its title in the list, letters. */
    private static final double ROW = 3.5;

    private static final int MOST_ROWS = 14;

    private final TrainDraft draft;
    private final TrainActions actions;
    private final ComboBox<ImagePreset> presets = new ComboBox<>();
    private final ComboBox<DataChoice> data = new ComboBox<>();
    private final Label folder = new Label();
    private final HBox folderRow;
    private final FitRow fit;
    private final EmnistRow emnist;
    /** While the boxes follow the draft, they choose nothing. */
    private boolean following;

    SourceForm(TrainDraft draft, TrainActions actions) {
        this.draft = draft;
        this.actions = actions;
        getStyleClass().addAll("form", "source-form");
        buildPresets();
        buildData();
        folder.getStyleClass().add("folder-name");
        folder.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(folder, Priority.ALWAYS);
        Button choose = new IconButton("choose-folder", Feather.FOLDER, "Choose another folder", this::chooseFolder);
        folderRow = new HBox(folder, choose);
        folderRow.getStyleClass().add("row");
        folderRow.setAlignment(Pos.CENTER_LEFT);
        folderRow.managedProperty().bind(folderRow.visibleProperty());
        fit = new FitRow(
                way -> draft.sourceProperty().set(draft.sourceProperty().get().fitted(way)));
        emnist = new EmnistRow(
                way -> draft.sourceProperty().set(draft.sourceProperty().get().read(way)));
        getChildren()
                .addAll(
                        FieldRow.row("Preset", "Data, network and training that go well together", presets),
                        FieldRow.row("Data", "The images it learns from", data),
                        folderRow,
                        fit,
                        emnist);
        draft.presetProperty().subscribe(now -> follow());
        draft.sourceProperty().subscribe(now -> follow());
        draft.pendingProperty().subscribe(now -> follow());
        actions.shipped().addListener((ListChangeListener<ImagePreset>) change -> follow());
        follow();
    }

    private void buildPresets() {
        presets.setId("preset");
        presets.setMaxWidth(Double.MAX_VALUE);
        Tooltip about = new Tooltip();
        about.textProperty().bind(draft.presetProperty().map(preset -> preset.title() + ". " + preset.description()));
        about.setWrapText(true);
        about.setMaxWidth(400);
        presets.setTooltip(about);
        presets.setCellFactory(list -> new PresetCell());
        presets.addEventHandler(ComboBoxBase.ON_SHOWING, event -> fitRows());
        presets.setConverter(ChoiceBoxes.named(ImagePreset::name));
        presets.valueProperty().addListener((observed, before, now) -> {
            if (!following && now != null) {
                draft.open(now);
            }
        });
    }

    /** The list reckons its height before its cells have their letters; told the height of a row, it cuts none. */
    private void fitRows() {
        if (presets.getSkin() instanceof ComboBoxListViewSkin<?> skin
                && skin.getPopupContent() instanceof ListView<?> list
                && presets.lookup(".list-cell") instanceof Labeled shown) {
            list.setFixedCellSize(Math.ceil(ROW * shown.getFont().getSize()));
        }
    }

    private void buildData() {
        data.setId("data-set");
        data.setMaxWidth(Double.MAX_VALUE);
        data.getItems().setAll(DataChoice.all());
        data.setConverter(ChoiceBoxes.named(DataChoice::title));
        data.setTooltip(new Tooltip("The images it learns from; another set needs a new run"));
        data.valueProperty().addListener((observed, before, now) -> {
            if (!following && now != null) {
                choose(now);
            }
        });
    }

    private void choose(DataChoice choice) {
        if (choice.isFolder()) {
            chooseFolder();
        } else {
            draft.sourceProperty().set(choice.isBuiltIn() ? actions.builtIn() : new ImageSource.Stored(choice.known()));
        }
    }

    private void chooseFolder() {
        // Who has chosen a fit and then takes another folder of pictures means that fit still.
        Optional<Fit> before = FitRow.fit(draft.sourceProperty().get());
        actions.askFolder().map(source -> source.fitted(before)).ifPresent(draft.sourceProperty()::set);
        follow();
    }

    private void follow() {
        following = true;
        ImagePreset preset = draft.presetProperty().get();
        List<ImagePreset> all = new ArrayList<>(actions.shipped());
        if (!all.contains(preset)) {
            all.add(0, preset);
        }
        if (!presets.getItems().equals(all)) {
            presets.getItems().setAll(all);
            // A list that scrolls cuts the row at its end.
            presets.setVisibleRowCount(Math.min(MOST_ROWS, all.size()));
        }
        presets.setValue(preset);
        ImageSource source = draft.sourceProperty().get();
        data.setValue(DataChoice.of(source));
        ChoiceBoxes.markChanged(
                data,
                draft.running() != null
                        && !source.equals(draft.running().preset().data()));
        ChoiceBoxes.markChanged(
                presets,
                draft.running() != null
                        && !preset.name().equals(draft.running().preset().name()));
        boolean own = DataChoice.of(source).isFolder();
        folderRow.setVisible(own);
        folder.setText(own ? DataChoice.folderName(source) : "");
        folder.setTooltip(own ? new Tooltip(source.name()) : null);
        ImageSource running =
                draft.running() == null ? null : draft.running().preset().data();
        fit.follow(source, running);
        emnist.follow(source, running);
        following = false;
    }

    /** A preset with its title under its name. */
    private static final class PresetCell extends ListCell<ImagePreset> {

        @Override
        protected void updateItem(ImagePreset preset, boolean empty) {
            super.updateItem(preset, empty);
            setText(null);
            if (empty || preset == null) {
                setGraphic(null);
                return;
            }
            Label name = new Label(preset.name());
            Label title = new Label(preset.title());
            title.getStyleClass().add("card-remark");
            setGraphic(new VBox(name, title));
        }
    }
}
