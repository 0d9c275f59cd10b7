package org.penumbra.view.shell;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Stage;
import org.penumbra.data.FileName;
import org.penumbra.view.shell.place.PlacedStage;

/**
 * Asks with the dialogs of the system, which open where the last one was left. They ask themselves about a file that would be
 * replaced, but under the name that was typed; where that gets its ending here, the question is asked here, too.
 */
final class DialogFilePicker implements FilePicker {

    private final Dialogs dialogs;
    private final Replacing replacing;
    private File folder;

    /** The dialogs of the system; null stands for no choice. */
    interface Dialogs {

        File open(FileChooser chooser);

        File save(FileChooser chooser);

        File folder(DirectoryChooser chooser);
    }

    /** @param replacing asks about a file that is there */
    DialogFilePicker(Stage owner, Replacing replacing) {
        this(dialogsOf(owner), replacing);
    }

    DialogFilePicker(Dialogs dialogs, Replacing replacing) {
        this.dialogs = dialogs;
        this.replacing = replacing;
    }

    private static Dialogs dialogsOf(Stage owner) {
        return new Dialogs() {
            @Override
            public File open(FileChooser chooser) {
                return PlacedStage.keepForm(owner, () -> chooser.showOpenDialog(owner));
            }

            @Override
            public File save(FileChooser chooser) {
                return PlacedStage.keepForm(owner, () -> chooser.showSaveDialog(owner));
            }

            @Override
            public File folder(DirectoryChooser chooser) {
                return PlacedStage.keepForm(owner, () -> chooser.showDialog(owner));
            }
        };
    }

    @Override
    public Optional<Path> toOpen(String title, Kind kind) {
        return remember(dialogs.open(chooser(title, kind)));
    }

    @Override
    public Optional<Path> toSave(String title, Kind kind, String proposedName) {
        FileChooser chooser = chooser(title, kind);
        String proposed = FileName.of(proposedName);
        chooser.setInitialFileName(proposed + "." + kind.ending());
        return remember(dialogs.save(chooser)).flatMap(named -> agreed(named, kind.completed(named, proposed)));
    }

    private Optional<Path> agreed(Path named, Path completed) {
        boolean asked = completed.equals(named) || !Replacing.isThere(completed);
        return asked || isToReplace(completed) ? Optional.of(completed) : Optional.empty();
    }

    /** Waits for the answer as the dialogs of the system do: the window goes on meanwhile. */
    private boolean isToReplace(Path file) {
        Object question = new Object();
        replacing.file(file, yes -> Platform.exitNestedEventLoop(question, yes));
        return (boolean) Platform.enterNestedEventLoop(question);
    }

    @Override
    public Optional<Path> folder(String title) {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(title);
        chooser.setInitialDirectory(existingFolder());
        File chosen = dialogs.folder(chooser);
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
        // GTK tells small letters and capitals apart.
        List<String> capitals = patterns.stream()
                .map(pattern -> pattern.toUpperCase(Locale.ROOT))
                .toList();
        chooser.getExtensionFilters()
                .addAll(
                        new FileChooser.ExtensionFilter(
                                kind.name() + " (" + String.join(", ", patterns) + ")",
                                Stream.concat(patterns.stream(), capitals.stream())
                                        .toList()),
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
}
