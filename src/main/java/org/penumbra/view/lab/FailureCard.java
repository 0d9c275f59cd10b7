package org.penumbra.view.lab;

import java.util.Optional;
import org.penumbra.view.shell.message.Message;
import org.penumbra.view.shell.message.MessageBoard;

/**
 * The message that says what stopped a lab's engine and offers what to try. It is shown once, stays until a person closes
 * it, and goes by itself when the engine goes on.
 */
final class FailureCard {

    private final MessageBoard messages;
    private Message shown;

    FailureCard(MessageBoard messages) {
        this.messages = messages;
    }

    /** Shows what stopped the engine; nothing once it has not been stopped or has been started again. */
    void show(Optional<Message> failure) {
        if (shown != null && failure.filter(this::isShown).isPresent()) {
            // Told already; another card would slip in under the pointer that is about to press its button.
            return;
        }
        if (shown != null) {
            messages.hide(shown);
        }
        shown = failure.orElse(null);
        failure.ifPresent(messages::show);
    }

    /** Buttons do not count: they are made anew with every message. */
    private boolean isShown(Message failure) {
        return failure.title().equals(shown.title()) && failure.text().equals(shown.text());
    }
}
