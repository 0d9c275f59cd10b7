package org.penumbra.view.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.penumbra.view.shell.message.Message;
import org.penumbra.view.shell.message.Messages;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

/** What stopped an engine is told once, as long as it is stopped. */
@ExtendWith(ApplicationExtension.class)
@Timeout(60)
class FailureCardTest {

    private final List<List<String>> seen = new ArrayList<>();

    @Test
    void theSameIsToldOnceAndGoesWithTheFailure(FxRobot robot) {
        robot.interact(() -> {
            Messages messages = new Messages();
            FailureCard card = new FailureCard(messages);
            card.show(Optional.of(failure("NaN at step 3")));
            Message first = messages.shown().get(0);
            card.show(Optional.of(failure("NaN at step 3")));
            assertEquals(List.of(first), messages.shown(), "its buttons are those a person may be about to press");
            card.show(Optional.of(failure("NaN at step 9")));
            note(messages);
            card.show(Optional.empty());
            note(messages);
        });
        assertEquals(List.of(List.of("NaN at step 9"), List.of()), seen);
    }

    @Test
    void aClosedOneComesBackOnlyAfterTheEngineWentOn(FxRobot robot) {
        robot.interact(() -> {
            Messages messages = new Messages();
            FailureCard card = new FailureCard(messages);
            card.show(Optional.of(failure("no memory")));
            messages.hide(messages.shown().get(0));
            card.show(Optional.of(failure("no memory")));
            note(messages);
            card.show(Optional.empty());
            card.show(Optional.of(failure("no memory")));
            note(messages);
        });
        assertEquals(List.of(List.of(), List.of("no memory")), seen);
    }

    private void note(Messages messages) {
        seen.add(messages.shown().stream().map(Message::text).toList());
    }

    private static Message failure(String text) {
        return Message.failure("Training stopped", text, new Message.Choice("Reset", () -> {}));
    }
}
