package org.penumbra.view.widget.form;

import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.penumbra.view.widget.symbol.Symbol;
import org.penumbra.view.widget.symbol.SymbolButton;

/** A typed value of the draft: its label, its text, and what is wrong with it. */
public final class FieldRow extends VBox {

    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
    private static final PseudoClass CHANGED = PseudoClass.getPseudoClass("changed");

    /** @param apply asked for with Enter */
    public FieldRow(DraftField<?> draft, Runnable apply) {
        this(draft, null, apply);
    }

    /**
     * @param symbol stands behind the label and explains itself; null for none
     * @param apply  asked for with Enter
     */
    public FieldRow(DraftField<?> draft, Symbol symbol, Runnable apply) {
        TextField field = field(draft, apply);
        HBox row = row(draft.label(), draft.hint(), field);
        if (symbol != null) {
            row.getChildren().add(1, new SymbolButton(symbol, draft.textProperty()));
        }
        fill(row, draft);
    }

    private FieldRow(VBox content, DraftField<?> draft) {
        content.getStyleClass().add("labelled");
        fill(content, draft);
    }

    /** A row with the label above the field, for narrow columns. */
    public static FieldRow above(DraftField<?> draft, Runnable apply) {
        TextField field = field(draft, apply);
        return new FieldRow(new VBox(label(draft.label(), draft.hint(), field), field), draft);
    }

    private void fill(Node row, DraftField<?> draft) {
        getStyleClass().add("labelled");
        getChildren().addAll(row, new ProblemLabel(draft.problemProperty()));
    }

    private static TextField field(DraftField<?> draft, Runnable apply) {
        TextField field = new TextField();
        field.setId(id(draft.label()));
        field.textProperty().bindBidirectional(draft.textProperty());
        field.setTooltip(new Tooltip(draft.hint()));
        field.setOnAction(event -> apply.run());
        draft.problemProperty().subscribe(problem -> field.pseudoClassStateChanged(WRONG, !problem.isEmpty()));
        draft.changedProperty().subscribe(changed -> field.pseudoClassStateChanged(CHANGED, changed));
        return field;
    }

    /** A label and what it names, side by side. */
    public static HBox row(String text, String hint, Region control) {
        Label label = label(text, hint, control);
        label.setMinWidth(USE_PREF_SIZE);
        control.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(control, Priority.ALWAYS);
        HBox row = new HBox(label, control);
        row.getStyleClass().add("row");
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private static Label label(String text, String hint, Region control) {
        Label label = new Label(text);
        label.getStyleClass().add("field-label");
        label.setLabelFor(control);
        label.setTooltip(new Tooltip(hint));
        return label;
    }

    /** The id of the control with this label. */
    public static String id(String label) {
        return label.toLowerCase(Locale.ROOT).replace(' ', '-');
    }
}
