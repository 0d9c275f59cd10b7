package org.penumbra.kit.window;

import java.nio.file.Path;
import java.util.Optional;
import org.penumbra.view.shell.FilePicker;

/** Answers as a person who always chooses the same file or folder would. */
public final class ChosenFiles implements FilePicker {

    /** The choice; null to choose nothing. */
    public Path file;
    /** The kind of file that was last asked for to open; null before. */
    public Kind asked;

    @Override
    public Optional<Path> toOpen(String title, Kind kind) {
        asked = kind;
        return Optional.ofNullable(file);
    }

    @Override
    public Optional<Path> toSave(String title, Kind kind, String proposedName) {
        return Optional.ofNullable(file);
    }

    @Override
    public Optional<Path> folder(String title) {
        return Optional.ofNullable(file);
    }
}
