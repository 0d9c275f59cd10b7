package org.penumbra.view.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;
import org.penumbra.archive.ModelFile;
import org.penumbra.state.LabState;
import org.penumbra.state.StateFile;

/**
 * A state that is dropped anywhere on the window, as a file or a text, is set up, and a model is tried out, whatever lab is open.
 * A preset is opened where the lab below the pointer does not want it for itself; all other files are the labs' business.
 */
final class StateDrop {

    private final Sharing sharing;

    /** @param root of the window */
    StateDrop(Node root, Sharing sharing) {
        this.sharing = sharing;
        root.addEventFilter(DragEvent.DRAG_OVER, event -> over(event, isOurs(event.getDragboard())));
        root.addEventFilter(DragEvent.DRAG_DROPPED, event -> dropped(event, isOurs(event.getDragboard())));
        root.addEventHandler(DragEvent.DRAG_OVER, event -> over(event, isLeft(event.getDragboard())));
        root.addEventHandler(DragEvent.DRAG_DROPPED, event -> dropped(event, isLeft(event.getDragboard())));
    }

    private static boolean isOurs(Dragboard board) {
        Optional<Path> file = file(board);
        return file.isPresent()
                ? StateFile.isMeant(file.get()) || isModel(file.get())
                : !board.hasFiles() && board.hasString() && LabState.isMeant(board.getString());
    }

    private static boolean isModel(Path file) {
        return Sharing.takes(file) && file.toString().endsWith(ModelFile.ENDING);
    }

    /** What no lab has taken. */
    private static boolean isLeft(Dragboard board) {
        return file(board).filter(Sharing::takes).isPresent();
    }

    private static Optional<Path> file(Dragboard board) {
        return board.hasFiles() && board.getFiles().size() == 1
                ? Optional.of(List.copyOf(board.getFiles()).get(0).toPath())
                : Optional.empty();
    }

    private static void over(DragEvent event, boolean taken) {
        if (taken) {
            event.acceptTransferModes(TransferMode.COPY);
            event.consume();
        }
    }

    private void dropped(DragEvent event, boolean taken) {
        if (taken) {
            Dragboard board = event.getDragboard();
            file(board).ifPresentOrElse(sharing::take, () -> sharing.takeText(board.getString()));
            event.setDropCompleted(true);
            event.consume();
        }
    }
}
