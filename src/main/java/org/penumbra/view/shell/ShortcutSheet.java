package org.penumbra.view.shell;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.penumbra.archive.Origin;
import org.penumbra.data.home.LogFile;
import org.penumbra.view.shell.key.Shortcut;

/** All keys on one sheet over the window, and below them which program this is and where its log is. Escape, F1, Enter or a press beside it closes it. */
final class ShortcutSheet extends Sheet {

    private static final int COLUMNS = 2;

    /**
     * @param about shows the sheet about the program
     * @param close takes this one away
     */
    ShortcutSheet(List<Shortcut> shortcuts, Runnable about, Runnable close) {
        super(paper(shortcuts, about, close), close);
    }

    @Override
    protected boolean closes(KeyCode code) {
        boolean enter = code == KeyCode.ENTER && !lookup("#keys-about").isFocused();
        return super.closes(code) || code == KeyCode.F1 || enter;
    }

    private static VBox paper(List<Shortcut> shortcuts, Runnable program, Runnable close) {
        Label title = new Label("Keys");
        title.getStyleClass().add("paper-title");
        Label hint = new Label("They work wherever the focus is, except while you type. Enter presses the focused "
                + "button, Escape leaves a text field.");
        hint.setWrapText(true);
        hint.getStyleClass().add("text-muted");
        Label about = new Label("Penumbra " + Origin.programVersion() + ". "
                + LogFile.current().map(file -> "Its log is " + file + ".").orElse("It logs to standard error."));
        about.setId("about");
        about.setWrapText(true);
        about.getStyleClass().add("text-muted");
        Button more = new Button("About Penumbra");
        more.setId("keys-about");
        more.setOnAction(event -> program.run());
        Button done = new Button("Close");
        done.setOnAction(event -> close.run());
        // In a low window, and with large letters, the table gives way; what stands around it stays in sight.
        ScrollPane keys = new ScrollPane(table(shortcuts));
        keys.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        keys.setFitToWidth(true);
        keys.getStyleClass().add("edge-to-edge");
        keys.setMinHeight(0);
        for (Label lasting : List.of(title, hint, about)) {
            lasting.setMinHeight(Region.USE_PREF_SIZE);
        }
        HBox foot = new HBox(8, done, more);
        foot.setMinHeight(Region.USE_PREF_SIZE);
        VBox sheet = new VBox(title, keys, hint, about, foot);
        sheet.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        return sheet;
    }

    private static GridPane table(List<Shortcut> shortcuts) {
        GridPane table = new GridPane();
        table.getStyleClass().add("keys");
        int rows = (shortcuts.size() + COLUMNS - 1) / COLUMNS;
        for (int i = 0; i < shortcuts.size(); i++) {
            Label key = new Label(shortcuts.get(i).label());
            key.getStyleClass().add("key");
            key.setMinWidth(Region.USE_PREF_SIZE);
            key.setAlignment(Pos.CENTER);
            Label meaning = new Label(shortcuts.get(i).meaning());
            meaning.getStyleClass().add("key-meaning");
            table.addRow(i % rows);
            table.add(key, 2 * (i / rows), i % rows);
            table.add(meaning, 2 * (i / rows) + 1, i % rows);
        }
        return table;
    }
}
