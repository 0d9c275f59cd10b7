package org.penumbra.view.shell;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/** Asks with the dialogs of the system, which open where the last one was left. */
final class DialogFilePicker implements FilePicker {

    private final Window owner;
    private File folder;

    DialogFilePicker(Window owner) {
        this.owner = owner;
    }

    @Override
    public Optional<Path> toOpen(String title, Kind kind) {
        return remember(chooser(title, kind).showOpenDialog(owner));
    }

    @Override
    public Optional<Path> toSave(String title, Kind kind, String proposedName) {
        FileChooser chooser = chooser(title, kind);
        chooser.setInitialFileName(proposedName + "." + kind.ending());
        return remember(chooser.showSaveDialog(owner)).map(path -> withEnding(path, kind.ending()));
    }

    @Override
    public Optional<Path> folder(String title) {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(title);
        chooser.setInitialDirectory(existingFolder());
        File chosen = chooser.showDialog(owner);
        if (chosen != null) {
            folder = chosen;
        }
        return Optional.ofNullable(chosen).map(File::toPath);
    }

    private FileChooser chooser(String title, Kind kind) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.setInitialDirectory(existingFolder());
        List<String> patterns = Stream.concat(Stream.of(kind.ending()), kind.besides().stream())
                .map(ending -> "*." + ending)
                .toList();
        chooser.getExtensionFilters()
                .addAll(
                        new FileChooser.ExtensionFilter(
                                kind.name() + " (" + String.join(", ", patterns) + ")", patterns),
                        new FileChooser.ExtensionFilter("All files", "*"));
        return chooser;
    }

    private Optional<Path> remember(File chosen) {
        if (chosen != null) {
            folder = chosen.getParentFile();
        }
        return Optional.ofNullable(chosen).map(File::toPath);
    }

    /** The last folder; the system's choice if it is gone by now, as a chooser refuses to open there. */
    private File existingFolder() {
        return folder != null && folder.isDirectory() ? folder : null;
    }

    private static Path withEnding(Path path, String ending) {
        String name = path.getFileName().toString();
        return name.contains(".") ? path : path.resolveSibling(name + "." + ending);
    }
}
