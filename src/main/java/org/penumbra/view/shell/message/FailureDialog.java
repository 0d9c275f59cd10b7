package org.penumbra.view.shell.message;

import java.util.List;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Modality;
import javafx.stage.Stage;
import org.penumbra.archive.Origin;
import org.penumbra.data.home.LogFile;

/**
 * The dialog that tells of errors nobody expected, with details to copy. It is a window of its own: what fails again and again
 * while the program's window is laid out keeps a sheet in that window from being seen. The program's window can be used
 * meanwhile. Belongs to the JavaFX thread.
 */
final class FailureDialog {

    private static final double WIDTH = 720;
    private static final double HEIGHT = 480;

    private final Stage owner;
    private Parts parts;

    /** What it is made of, once it has been needed: mostly it never is. */
    private record Parts(Stage stage, Label errors, TextArea details, Button close) {}

    /** @param owner the program's window */
    FailureDialog(Stage owner) {
        this.owner = owner;
    }

    /** Shows all that has gone wrong; what is shown already is brought up to date. */
    void show(List<Failure> failures) {
        if (parts == null) {
            parts = made();
        }
        parts.errors.setText(failures.stream().map(Failure::words).collect(Collectors.joining("\n")));
        parts.details.setText(details(failures));
        if (!parts.stage.isShowing()) {
            look();
            parts.stage.show();
            parts.close.requestFocus();
        }
    }

    /** Brings the counts up to date where a person still looks at them. */
    void count(List<Failure> failures) {
        if (isShowing()) {
            show(failures);
        }
    }

    boolean isShowing() {
        return parts != null && parts.stage.isShowing();
    }

    void close() {
        if (parts != null) {
            parts.stage.close();
        }
    }

    private static String details(List<Failure> failures) {
        return "Penumbra " + Origin.programVersion() + ", Java " + System.getProperty("java.version") + ", JavaFX "
                + System.getProperty("javafx.version") + ", " + System.getProperty("os.name") + " "
                + System.getProperty("os.arch") + "\n\n"
                + failures.stream().map(Failure::details).collect(Collectors.joining("\n"));
    }

    private Parts made() {
        Parts made = new Parts(new Stage(), label("failure-errors"), new TextArea(), new Button("Close"));
        Stage dialog = made.stage;
        if (owner.getScene() != null && owner.getScene().getWindow() == owner) {
            dialog.initOwner(owner);
        }
        dialog.initModality(Modality.NONE);
        dialog.setTitle("Something went wrong inside Penumbra");
        dialog.getIcons().setAll(owner.getIcons());
        Scene scene = new Scene(content(made), WIDTH, HEIGHT);
        scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                event.consume();
                dialog.close();
            }
        });
        dialog.setScene(scene);
        return made;
    }

    private static Parent content(Parts made) {
        TextArea details = made.details;
        details.setId("failure-details");
        details.setEditable(false);
        details.setAccessibleText("Details of the errors");
        details.setPrefRowCount(8);
        details.setMinHeight(0);
        VBox.setVgrow(details, Priority.ALWAYS);
        Label title = new Label("Something went wrong inside Penumbra");
        title.getStyleClass().add("paper-title");
        title.setWrapText(true);
        Label text = label("failure-text");
        text.setText("The program goes on, and your files are as they were. Reset the run if it does not go on; "
                + LogFile.words() + ". If it comes again, copy the details and send them to who maintains Penumbra.");
        Button copy = new Button("Copy details");
        copy.setId("failure-copy");
        copy.setOnAction(event -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(details.getText());
            Clipboard.getSystemClipboard().setContent(content);
            copy.setText("Copied");
        });
        made.close.setId("failure-close");
        made.close.setDefaultButton(true);
        made.close.setOnAction(event -> made.stage.close());
        HBox row = new HBox(8, copy, made.close);
        row.setAlignment(Pos.CENTER_RIGHT);
        VBox content = new VBox(16, title, made.errors, text, details, row);
        content.getStyleClass().add("failure-dialog");
        return content;
    }

    /** Its letters and colours are those of the program's window. */
    private void look() {
        Scene scene = parts.stage.getScene();
        if (owner.getScene() != null) {
            scene.getStylesheets().setAll(owner.getScene().getStylesheets());
            scene.getRoot().getStyleClass().setAll(owner.getScene().getRoot().getStyleClass());
            scene.getRoot().getStyleClass().add("failure-dialog");
        }
    }

    private static Label label(String id) {
        Label label = new Label();
        label.setId(id);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
