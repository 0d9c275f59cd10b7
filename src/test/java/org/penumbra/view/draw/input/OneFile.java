package org.penumbra.view.draw.input;

import java.nio.file.Path;
import java.util.Optional;
import org.penumbra.view.shell.FilePicker;

/** A person who chooses one file, or none. */
public final class OneFile implements FilePicker {

    public Path chosen;
    Kind asked;

    @Override
    public Optional<Path> toOpen(String title, Kind kind) {
        asked = kind;
        return Optional.ofNullable(chosen);
    }

    @Override
    public Optional<Path> toSave(String title, Kind kind, String proposedName) {
        return Optional.ofNullable(chosen);
    }

    @Override
    public Optional<Path> folder(String title) {
        return Optional.empty();
    }
}
