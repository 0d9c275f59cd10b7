package org.penumbra.view.shell.message;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

@ExtendWith(ApplicationExtension.class)
@Timeout(60)
class MessageTest {

    @Test
    void namesFromFilesAreShown() {
        Message message = Message.failure("\u202egnp.exe", "a\u001b[2J\nb");
        assertEquals("\\u202egnp.exe", message.title());
        assertEquals("a\\u001b[2J\nb", message.text());
    }

    @Test
    void whatTheMachineLacksIsSaidInTheWordsOfTheLabs(FxRobot robot) {
        robot.interact(() -> {
            Messages messages = new Messages();
            new FailureReports(messages, new Stage())
                    .uncaughtException(
                            Thread.currentThread(),
                            new IllegalStateException("a task failed", new OutOfMemoryError("Java heap space")));
            assertEquals(
                    List.of(
                            "Not enough memory for this (Java heap space). Choose less at once, close another lab or other "
                                    + "programs, then try again."),
                    messages.shown().stream().map(Message::text).toList());
        });
    }
}
