package org.penumbra.view.shell.message;

import java.util.List;
import java.util.stream.Collectors;
import javafx.animation.FadeTransition;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/** The messages over a window's content, the newest on top. It lets the mouse through between them. */
public final class Messages extends VBox {

    private static final int MOST = 3;
    private static final Duration NOTE_STAYS = Duration.seconds(5);
    private static final Duration FADE = Duration.millis(180);

    private int calls;

    public Messages() {
        getStyleClass().add("messages");
        setAlignment(Pos.TOP_CENTER);
        setPickOnBounds(false);
    }

    /**
     * Shows a message; the same one is not shown twice. Beyond three the oldest makes room, but not one that tells of work
     * that still goes on.
     */
    public void show(Message message) {
        hide(message);
        MessageCard card = new MessageCard(message, () -> hide(message));
        getChildren().add(0, card);
        makeRoom();
        if (message.kind() == Message.Kind.WARNING || message.kind() == Message.Kind.FAILURE) {
            calls++;
        }
        FadeTransition appear = new FadeTransition(FADE, card);
        appear.setFromValue(0);
        appear.setToValue(1);
        appear.play();
        if (message.kind() == Message.Kind.NOTE) {
            PauseTransition stay = new PauseTransition(NOTE_STAYS);
            stay.setOnFinished(event -> getChildren().remove(card));
            stay.play();
        }
    }

    /** Takes a message away if it is shown. */
    public void hide(Message message) {
        List<Node> same =
                cards().stream().filter(card -> card.message().equals(message)).collect(Collectors.toList());
        getChildren().removeAll(same);
    }

    private void makeRoom() {
        List<MessageCard> others = cards().stream()
                .filter(card -> card.message().kind() != Message.Kind.WORK)
                .toList();
        if (others.size() > MOST) {
            getChildren().removeAll(others.subList(MOST, others.size()));
        }
    }

    /** How many messages have been shown that wait for a person: warnings and failures. */
    public int calls() {
        return calls;
    }

    /** What is shown, the newest first. */
    public List<Message> shown() {
        return cards().stream().map(MessageCard::message).toList();
    }

    private List<MessageCard> cards() {
        return getChildren().stream().map(MessageCard.class::cast).toList();
    }
}
