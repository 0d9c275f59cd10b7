package org.penumbra.view.rings;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import org.penumbra.preset.PresetFile;

/** A file that is dropped on the lab is opened: a preset where it is named as one, otherwise a table of points. */
final class PointsDrop {

    private static final PseudoClass DROPPING = PseudoClass.getPseudoClass("dropping");

    private final Node target;
    private final Consumer<Path> points;
    private final Consumer<Path> preset;

    /** @param target where files may be dropped */
    PointsDrop(Node target, Consumer<Path> points, Consumer<Path> preset) {
        this.target = target;
        this.points = points;
        this.preset = preset;
        target.addEventHandler(DragEvent.DRAG_OVER, this::over);
        target.addEventHandler(DragEvent.DRAG_EXITED, event -> target.pseudoClassStateChanged(DROPPING, false));
        target.addEventHandler(DragEvent.DRAG_DROPPED, this::dropped);
    }

    private void over(DragEvent event) {
        if (isOne(event)) {
            event.acceptTransferModes(TransferMode.COPY);
            target.pseudoClassStateChanged(DROPPING, true);
            event.consume();
        }
    }

    private void dropped(DragEvent event) {
        if (isOne(event)) {
            List<File> files = event.getDragboard().getFiles();
            take(files.get(0).toPath());
            event.setDropCompleted(true);
            event.consume();
        }
    }

    private static boolean isOne(DragEvent event) {
        return event.getDragboard().hasFiles()
                && event.getDragboard().getFiles().size() == 1;
    }

    /** Opens a file that was dropped. */
    void take(Path file) {
        (PresetFile.isNamedAsOne(file.getFileName().toString()) ? preset : points).accept(file);
    }
}
