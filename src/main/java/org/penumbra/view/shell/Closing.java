package org.penumbra.view.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.event.EventHandler;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import javafx.util.Duration;
import org.penumbra.live.engine.Saves;
import org.penumbra.view.shell.message.Messages;

/**
 * Closes a window. Where work of minutes would be lost, it asks first. It closes when all is written that was to be saved: until then a sheet says what is waited for, and after some
 * seconds it asks whether to give it up. Where something goes wrong meanwhile, the window stays, so that it can be read.
 */
final class Closing implements AutoCloseable {

    private static final Duration LONG = Duration.seconds(3);

    private final Stage stage;
    private final Supplier<List<String>> atStake;
    private final Stakes stakes;
    private final Saves saves;
    private final Messages messages;
    private final Sheets sheets;
    private final EventHandler<WindowEvent> request = this::requested;
    private final PauseTransition patience = new PauseTransition(LONG);
    private Waiting waiting;
    private int calls;

    /**
     * @param atStake  what would be lost now, a sentence each
     * @param stakes   asks whether it may be
     * @param saves    what is waited for
     * @param messages show what goes wrong
     * @param sheets   where the sheet is laid
     */
    Closing(Stage stage, Supplier<List<String>> atStake, Stakes stakes, Saves saves, Messages messages, Sheets sheets) {
        this.stage = stage;
        this.atStake = atStake;
        this.stakes = stakes;
        this.saves = saves;
        this.messages = messages;
        this.sheets = sheets;
        patience.setOnFinished(event -> ask());
        stage.addEventFilter(WindowEvent.WINDOW_CLOSE_REQUEST, request);
        saves.watch(this::changed);
    }

    /** What is seen meanwhile. */
    private static final class Waiting extends Sheet {

        private final Label text;
        private final Button stay;
        private final Button giveUp;

        Waiting(Label text, Button stay, Button giveUp) {
            super(Question.paper("Saving before the window closes", text, stay, giveUp), stay::fire);
            this.text = text;
            this.stay = stay;
            this.giveUp = giveUp;
            stay.setId("closing-stay");
            giveUp.setId("closing-give-up");
            giveUp.getStyleClass().add("danger");
            giveUp.setVisible(false);
            giveUp.managedProperty().bind(giveUp.visibleProperty());
        }
    }

    private void requested(WindowEvent asked) {
        List<String> lost = atStake.get();
        if (lost.isEmpty() && saves.underWay().isEmpty()) {
            return;
        }
        asked.consume();
        if (waiting == null) {
            stakes.losing(lost, this::proceed);
        }
    }

    /** What would be lost may be lost; what is being written may not. */
    private void proceed() {
        if (saves.underWay().isEmpty()) {
            stage.close();
        } else {
            begin();
        }
    }

    private void begin() {
        calls = messages.calls();
        Button stay = new Button("Keep the window open");
        Button giveUp = new Button("Close without saving");
        waiting = new Waiting(new Label(), stay, giveUp);
        stay.setOnAction(event -> sheets.leave());
        giveUp.setOnAction(event -> giveUp());
        // It also goes when something else is laid over the window in its place.
        waiting.sceneProperty().addListener((observed, before, now) -> {
            if (now == null) {
                end();
            }
        });
        show(saves.underWay());
        sheets.show(waiting);
        stay.requestFocus();
        patience.playFromStart();
    }

    private void end() {
        patience.stop();
        waiting = null;
    }

    private void changed() {
        if (waiting == null) {
            return;
        }
        List<Path> places = saves.underWay();
        if (messages.calls() > calls) {
            sheets.leave();
        } else if (places.isEmpty()) {
            sheets.leave();
            stage.close();
        } else {
            show(places);
        }
    }

    private void show(List<Path> places) {
        Path name = places.get(0).getFileName();
        String first = (name == null ? places.get(0) : name).toString();
        String what = places.size() == 1 ? first + " is" : first + " and " + (places.size() - 1) + " more are";
        waiting.text.setText(
                waiting.giveUp.isVisible()
                        ? what + " still being written, which takes long. The window closes when that is done. "
                                + "If you close it now, what you wanted to save is lost; a file that was there before stays as it was."
                        : what + " still being written. The window closes when that is done.");
    }

    private void ask() {
        if (saves.underWay().isEmpty()) {
            return;
        }
        waiting.giveUp.setVisible(true);
        show(saves.underWay());
        waiting.stay.requestFocus();
    }

    private void giveUp() {
        saves.abandon();
        sheets.leave();
        stage.close();
    }

    /** Lets go of the stage, which may show another window afterwards. */
    @Override
    public void close() {
        patience.stop();
        stage.removeEventFilter(WindowEvent.WINDOW_CLOSE_REQUEST, request);
    }
}
