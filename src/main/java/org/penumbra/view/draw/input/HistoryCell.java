package org.penumbra.view.draw.input;

import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import org.penumbra.data.ink.Fit;
import org.penumbra.view.widget.DigitView;

/** A tried input in the strip: its picture and what came of it. */
final class HistoryCell extends Button {

    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
    private static final PseudoClass KNOWN = PseudoClass.getPseudoClass("known");
    private static final PseudoClass UNKNOWN = PseudoClass.getPseudoClass("unknown");
    private static final int ZOOM = 2;

    private final HistoryEntry entry;
    private final DigitView picture = new DigitView(ZOOM);

    HistoryCell(InputModel model, HistoryEntry entry) {
        this.entry = entry;
        getStyleClass().setAll("history-cell");
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        show(model.shownFitProperty().get());
        picture.setMouseTransparent(true);
        Label note = new Label();
        note.getStyleClass().add("note");
        note.textProperty().bind(entry.note());
        entry.outcome().subscribe(outcome -> {
            note.pseudoClassStateChanged(KNOWN, outcome == HistoryEntry.Outcome.KNOWN);
            note.pseudoClassStateChanged(UNKNOWN, outcome == HistoryEntry.Outcome.UNKNOWN);
        });
        VBox graphic = new VBox(picture, note);
        graphic.getStyleClass().add("content");
        setGraphic(graphic);
        Tooltip words = new Tooltip();
        words.textProperty().bind(entry.note().map(this::words));
        setTooltip(words);
        accessibleTextProperty().bind(words.textProperty());
        setOnAction(event -> model.show(entry.input()));
        setContextMenu(menu(model));
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.DELETE || event.getCode() == KeyCode.BACK_SPACE) {
                model.history().remove(entry);
                event.consume();
            }
        });
    }

    /** What it shows. */
    HistoryEntry entry() {
        return entry;
    }

    /** Shows the input as models of this fit see it. */
    void show(Fit fit) {
        picture.show(entry.input().image().of(fit));
    }

    /** Marks the input that is being asked about. */
    void follow(DigitInput present) {
        pseudoClassStateChanged(CURRENT, entry.input() == present);
    }

    private String words(String note) {
        return entry.input().title() + (note.isEmpty() ? "" : ": " + note);
    }

    private ContextMenu menu(InputModel model) {
        MenuItem remove = new MenuItem("Remove");
        remove.setOnAction(event -> model.history().remove(entry));
        MenuItem all = new MenuItem("Remove all");
        all.setOnAction(event -> model.history().clear());
        return new ContextMenu(remove, all);
    }
}
