package org.penumbra.view.rings;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.penumbra.view.rings.points.DataForm;
import org.penumbra.view.rings.points.PaintBox;
import org.penumbra.view.widget.ActionButton;
import org.penumbra.view.widget.form.FieldRow;
import org.penumbra.view.widget.form.ProblemLabel;

/** Chooses the data set and its geometry; takes effect with a restart. */
final class DataPane extends VBox {

    private final SetupDraft draft;
    private final Runnable apply;
    private final VBox geometry = new VBox();
    private final Map<DataForm, List<Node>> rows = new HashMap<>();

    /**
     * @param apply starts a run with what is typed
     * @param open  asks for a file of points
     */
    DataPane(SetupDraft draft, Runnable apply, Runnable open) {
        this.draft = draft;
        this.apply = apply;
        getStyleClass().add("form");
        geometry.getStyleClass().add("form");
        ComboBox<DataForm> kinds = new ComboBox<>();
        kinds.setId("data-set");
        kinds.getItems().setAll(draft.forms());
        kinds.valueProperty().bindBidirectional(draft.formProperty());
        Tooltip about = new Tooltip();
        about.textProperty().bind(draft.formProperty().map(DataForm::about));
        kinds.setTooltip(about);
        draft.forms().forEach(form -> rows.put(form, rows(form)));
        getChildren()
                .addAll(
                        FieldRow.row("Data set", "What the training points are drawn from", kinds),
                        geometry,
                        new ActionButton(
                                "open-points",
                                "Open points\u2026",
                                Feather.FOLDER,
                                "A table as CSV: x, y and class in a line. A file may also be dropped on the lab",
                                open),
                        new ProblemLabel("hint", draft.problemProperty()));
        draft.formProperty().addListener((observed, before, now) -> show(now));
        show(draft.formProperty().get());
    }

    private List<Node> rows(DataForm form) {
        List<Node> nodes = new ArrayList<>();
        form.fields()
                .forEach(
                        field -> nodes.add(field.isWide() ? FieldRow.above(field, apply) : new FieldRow(field, apply)));
        nodes.add(form.isPainted() ? new PaintBox(draft.painting()) : new FieldRow(draft.points(), apply));
        return nodes;
    }

    private void show(DataForm form) {
        geometry.getChildren().setAll(rows.get(form));
    }
}
