package org.penumbra.view.shell.preference;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** One choice on the sheet of preferences: what it is called, what it does, the control, the usual value and when it counts. */
public final class PreferenceRow extends VBox {

    /** When a change takes effect. */
    public enum Counts {
        AT_ONCE("Takes effect at once."),
        NEXT_START("Takes effect at the next start.");

        private final String words;

        Counts(String words) {
            this.words = words;
        }
    }

    private final VBox words;
    private final HBox row;
    private final Control control;

    /**
     * @param name  a word or two
     * @param does  what the choice does, a sentence
     * @param usual the value for who has chosen nothing, in words
     */
    public PreferenceRow(String name, String does, String usual, Counts counts, Control control) {
        getStyleClass().addAll("card", "preference-row");
        Label title = new Label(name);
        title.getStyleClass().add("name");
        title.setLabelFor(control);
        title.setMinHeight(USE_PREF_SIZE);
        words = new VBox(title, text(does, "does"), text("Usual: " + usual + ". " + counts.words, "detail"));
        words.getStyleClass().add("words");
        HBox.setHgrow(words, Priority.ALWAYS);
        control.setAccessibleText(name);
        control.setAccessibleHelp(does);
        this.control = control;
        row = new HBox(words, control);
        row.getStyleClass().add("row");
        row.setAlignment(Pos.CENTER_LEFT);
        getChildren().add(row);
    }

    /** Says below it what is in force now. */
    public PreferenceRow now(String words) {
        this.words.getChildren().add(text(words, "detail"));
        return this;
    }

    /** Says below it that something else decides at present, and what. */
    public PreferenceRow overridden(String by) {
        Label note = text(by, "overridden");
        note.setGraphic(new FontIcon(Feather.ALERT_TRIANGLE));
        words.getChildren().add(note);
        return this;
    }

    /** Puts the control, which is long, into a line of its own below the words. @param more stands behind it there */
    public PreferenceRow below(Node... more) {
        row.getChildren().remove(control);
        control.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(control, Priority.ALWAYS);
        HBox line = new HBox(8, control);
        line.getChildren().addAll(more);
        line.setAlignment(Pos.CENTER_LEFT);
        getChildren().add(line);
        return this;
    }

    private static Label text(String text, String style) {
        Label label = new Label(text);
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
