package org.penumbra.view.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import javafx.animation.PauseTransition;
import javafx.util.Duration;
import org.penumbra.live.engine.Saves;
import org.penumbra.view.shell.message.Message;
import org.penumbra.view.shell.message.Messages;

/** Says "Saving" as long as a file is being written, unless that is over in no time. */
final class SavingNote {

    private static final Duration NO_TIME = Duration.millis(400);
    private static final int MOST_PLACES = 3;

    private final Saves saves;
    private final Messages messages;
    private final PauseTransition unsaid = new PauseTransition(NO_TIME);
    private Message said;

    /** @param messages where it is said */
    SavingNote(Saves saves, Messages messages) {
        this.saves = saves;
        this.messages = messages;
        unsaid.setOnFinished(event -> say(saves.underWay()));
        saves.watch(this::changed);
    }

    private void changed() {
        List<Path> places = saves.underWay();
        if (places.isEmpty()) {
            unsaid.stop();
            hide();
        } else if (said == null) {
            unsaid.play();
        } else {
            say(places);
        }
    }

    private void say(List<Path> places) {
        Message message = message(places);
        if (!places.isEmpty() && !message.equals(said)) {
            hide();
            messages.show(message);
            said = message;
        }
    }

    private void hide() {
        if (said != null) {
            messages.hide(said);
            said = null;
        }
    }

    private static Message message(List<Path> places) {
        String text = places.stream().limit(MOST_PLACES).map(SavingNote::words).collect(Collectors.joining("\n"));
        int more = places.size() - MOST_PLACES;
        return new Message(
                Message.Kind.WORK, "Saving\u2026", more > 0 ? text + "\nand " + more + " more" : text, List.of());
    }

    private static String words(Path place) {
        return place.getFileName() == null ? place.toString() : place.getFileName() + " in " + place.getParent();
    }
}
