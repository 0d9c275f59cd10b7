package org.penumbra.view.shell.message;

import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * One message with its buttons.
 *
 * <p>AtlantaFX has a {@code Notification} too. Its close button is a pane that only a mouse can press: it takes no focus
 * and has no name for a screen reader, while {@link org.penumbra.view.shell.Sheets} leads the tab key from a sheet to the messages. And it has one
 * text where a message has a title and an explanation. So this one stays.
 */
final class MessageCard extends HBox {

    private final Message message;

    /**
     * @param from  which lab it is from, or empty
     * @param close takes it away
     */
    MessageCard(Message message, String from, Runnable close) {
        this.message = message;
        getStyleClass().addAll("notice", message.kind().name().toLowerCase(Locale.ROOT));
        setAlignment(Pos.TOP_LEFT);
        setMaxHeight(Region.USE_PREF_SIZE);
        VBox words = new VBox(title(from));
        words.getStyleClass().add("words");
        HBox.setHgrow(words, Priority.ALWAYS);
        if (!message.text().isBlank()) {
            words.getChildren().add(text());
        }
        if (!message.choices().isEmpty()) {
            words.getChildren().add(choices(close));
        }
        getChildren().addAll(icon(), words);
        if (message.kind() != Message.Kind.WORK) {
            getChildren().add(closeButton(close));
        }
    }

    Message message() {
        return message;
    }

    private Node icon() {
        return switch (message.kind()) {
            case WORK -> new ProgressIndicator();
            case NOTE -> new FontIcon(Feather.CHECK_CIRCLE);
            case WARNING -> new FontIcon(Feather.ALERT_TRIANGLE);
            case FAILURE -> new FontIcon(Feather.ALERT_OCTAGON);
        };
    }

    private Label title(String from) {
        Label title = new Label(from.isEmpty() ? message.title() : from + ": " + message.title());
        title.setMinHeight(Region.USE_PREF_SIZE);
        title.getStyleClass().add("title");
        title.setWrapText(true);
        return title;
    }

    private Label text() {
        Label text = new Label(message.text());
        text.getStyleClass().add("explanation");
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        return text;
    }

    private FlowPane choices(Runnable close) {
        FlowPane row = new FlowPane();
        row.getStyleClass().add("choices");
        for (Message.Choice choice : message.choices()) {
            Button button = new Button(choice.label());
            button.setOnAction(event -> {
                close.run();
                choice.action().run();
            });
            row.getChildren().add(button);
        }
        return row;
    }

    private Button closeButton(Runnable close) {
        Button button = new Button(null, new FontIcon(Feather.X));
        button.getStyleClass().addAll("button-icon", "flat", "small");
        button.setTooltip(new Tooltip("Close this message"));
        button.setAccessibleText("Close this message");
        button.setOnAction(event -> close.run());
        return button;
    }
}
