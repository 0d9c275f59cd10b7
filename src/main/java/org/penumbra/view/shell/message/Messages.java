package org.penumbra.view.shell.message;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.animation.FadeTransition;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/**
 * The messages over a window's content, at the lower right, the newest on top. It lets the mouse through between them.
 * Notes and warnings fade after a time in which they can be read, failures stay until they are closed.
 */
public final class Messages extends VBox implements MessageBoard {

    private static final int MOST = 3;
    private static final Duration FADE = Duration.millis(180);

    private int calls;

    public Messages() {
        getStyleClass().add("messages");
        setAlignment(Pos.BOTTOM_RIGHT);
        setPickOnBounds(false);
    }

    /**
     * Shows a message; the same one is not shown twice. Beyond three the oldest makes room, but not one that tells of work
     * that still goes on.
     */
    @Override
    public void show(Message message) {
        show(message, "");
    }

    /** @param from which lab it is from, where that is not the one that is seen; or empty */
    void show(Message message, String from) {
        hide(message);
        MessageCard card = new MessageCard(message, from, () -> hide(message));
        getChildren().add(0, card);
        makeRoom();
        if (message.kind() == Message.Kind.WARNING || message.kind() == Message.Kind.FAILURE) {
            calls++;
        }
        FadeTransition appear = new FadeTransition(FADE, card);
        appear.setFromValue(0);
        appear.setToValue(1);
        appear.play();
        message.stays()
                .ifPresent(time -> new Fading(card, time, () -> getChildren().remove(card)));
    }

    /** Takes a message away if it is shown. */
    @Override
    public void hide(Message message) {
        List<Node> same =
                cards().stream().filter(card -> card.message().equals(message)).collect(Collectors.toList());
        boolean focused = same.stream().anyMatch(Node::isFocusWithin);
        getChildren().removeAll(same);
        if (focused) {
            getParent().requestFocus();
        }
    }

    /**
     * Closes the newest message that can be closed.
     *
     * @return whether there was one
     */
    public boolean closeNewest() {
        Optional<Message> newest = shown().stream()
                .filter(message -> message.kind() != Message.Kind.WORK)
                .findFirst();
        newest.ifPresent(this::hide);
        return newest.isPresent();
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
