package org.penumbra.bench.soak;

import java.nio.file.Path;
import java.util.Optional;
import org.penumbra.view.shell.FilePicker;

/** Answers in place of the dialogs for files: opens none, and saves into a folder that is removed at the end. */
record ChosenByNobody(Path folder) implements FilePicker {

    @Override
    public Optional<Path> toOpen(String title, Kind kind) {
        return Optional.empty();
    }

    @Override
    public Optional<Path> toSave(String title, Kind kind, String proposedName) {
        return Optional.of(folder.resolve(proposedName + "." + kind.ending()));
    }

    @Override
    public Optional<Path> folder(String title) {
        return Optional.of(folder);
    }
}
