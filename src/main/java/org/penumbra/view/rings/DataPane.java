package org.penumbra.view.rings;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.penumbra.view.rings.points.DataForm;
import org.penumbra.view.rings.points.PaintBox;
import org.penumbra.view.widget.form.FieldRow;
import org.penumbra.view.widget.form.ProblemLabel;

/** Chooses the data set and its geometry; takes effect with a restart. */
final class DataPane extends VBox {

    private final SetupDraft draft;
    private final VBox geometry = new VBox();
    private final Map<DataForm, List<Node>> rows = new HashMap<>();

    DataPane(SetupDraft draft) {
        this.draft = draft;
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
                        new ProblemLabel("hint", draft.problemProperty()));
        draft.formProperty().addListener((observed, before, now) -> show(now));
        show(draft.formProperty().get());
    }

    private List<Node> rows(DataForm form) {
        List<Node> nodes = new ArrayList<>();
        form.fields().forEach(field -> nodes.add(new FieldRow(field, draft::apply)));
        nodes.add(form.isPainted() ? new PaintBox(draft.painting()) : new FieldRow(draft.points(), draft::apply));
        return nodes;
    }

    private void show(DataForm form) {
        geometry.getChildren().setAll(rows.get(form));
    }
}
