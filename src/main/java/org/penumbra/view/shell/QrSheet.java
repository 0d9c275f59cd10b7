package org.penumbra.view.shell;

import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.penumbra.paint.QrPicture;
import org.penumbra.state.SharedState;

/**
 * A state as a QR picture, as large as the window lets it be, for cameras at the back of a room; below it the text, for whoever
 * types. Escape closes it.
 */
final class QrSheet extends Sheet {

    /** The part of the window that the sheet takes. */
    private static final double SHARE = 0.94;

    /**
     * @param shared short enough for a picture
     * @param copy   puts the text on the clipboard
     */
    QrSheet(SharedState shared, Consumer<String> copy, Runnable close) {
        this(paper(shared, copy, close), close);
    }

    private QrSheet(VBox paper, Runnable close) {
        super(paper, close);
        paper.maxHeightProperty().bind(heightProperty().multiply(SHARE));
        paper.maxWidthProperty().bind(widthProperty().multiply(SHARE));
        paper.prefHeightProperty().bind(heightProperty().multiply(SHARE));
    }

    private static VBox paper(SharedState shared, Consumer<String> copy, Runnable close) {
        String text = shared.state().text();
        QrView picture = new QrView(QrPicture.of(text), "The state as a QR picture: " + text);
        VBox.setVgrow(picture, Priority.ALWAYS);
        Label words = new Label(text);
        words.setId("state-text");
        words.getStyleClass().add("state-text");
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        ScrollPane shown = new ScrollPane(words);
        shown.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        shown.setFitToWidth(true);
        shown.setFocusTraversable(true);
        shown.getStyleClass().addAll("edge-to-edge", "state-words");
        Button copied = new Button("Copy the text");
        copied.setId("qr-copy");
        copied.setOnAction(event -> {
            copy.accept(text);
            copied.setText("Copied");
        });
        Button done = new Button("Close");
        done.setId("qr-close");
        done.setOnAction(event -> close.run());
        HBox row = new HBox(copied, done);
        row.getStyleClass().add("choices");
        row.setAlignment(Pos.CENTER_RIGHT);
        row.setMinHeight(Region.USE_PREF_SIZE);
        VBox paper = new VBox(picture, shown);
        if (!shared.lacking().isEmpty()) {
            Label lacking = new Label(String.join("\n", shared.lacking()));
            lacking.setId("state-lacking");
            lacking.setWrapText(true);
            lacking.setMinHeight(Region.USE_PREF_SIZE);
            paper.getChildren().add(lacking);
        }
        paper.getChildren().add(row);
        paper.getStyleClass().add("qr-paper");
        paper.setAlignment(Pos.CENTER);
        return paper;
    }
}
