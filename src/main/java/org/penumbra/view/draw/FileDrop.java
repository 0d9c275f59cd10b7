package org.penumbra.view.draw;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;

/**
 * The file of a detector or of a network of DL4J that is dropped on the lab, wherever, is opened; all other files are the pad's business.
 */
final class FileDrop {

    private final List<String> endings;
    private final Consumer<Path> opened;

    /**
     * @param target  where files may be dropped
     * @param endings of the files, with their dot
     */
    FileDrop(Node target, List<String> endings, Consumer<Path> opened) {
        this.endings = endings;
        this.opened = opened;
        target.addEventFilter(DragEvent.DRAG_OVER, this::over);
        target.addEventFilter(DragEvent.DRAG_DROPPED, this::dropped);
    }

    private void over(DragEvent event) {
        if (one(event.getDragboard()).isPresent()) {
            event.acceptTransferModes(TransferMode.COPY);
            event.consume();
        }
    }

    private void dropped(DragEvent event) {
        one(event.getDragboard()).ifPresent(file -> {
            opened.accept(file);
            event.setDropCompleted(true);
            event.consume();
        });
    }

    private Optional<Path> one(Dragboard board) {
        List<File> files = board.hasFiles() ? board.getFiles() : List.of();
        return files.stream()
                .filter(file -> files.size() == 1
                        && endings.stream().anyMatch(file.getName().toLowerCase(Locale.ROOT)::endsWith))
                .map(File::toPath)
                .findFirst();
    }
}
