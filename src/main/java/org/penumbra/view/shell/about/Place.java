package org.penumbra.view.shell.about;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.penumbra.data.home.DataHome;
import org.penumbra.data.home.LogFile;

/**
 * Where the program keeps something that belongs to a person.
 *
 * @param name   what is kept, a word or two
 * @param path   the file or the folder
 * @param folder the folder to look into: that of the file, or the folder itself
 */
public record Place(String name, Path path, Path folder) {

    private static Place file(String name, Path file) {
        return new Place(name, file, file.getParent());
    }

    /**
     * All of them that there are.
     *
     * @param preferences the file; empty where they are forgotten at the end
     */
    static List<Place> all(Optional<Path> preferences, DataHome home) {
        Path data = home.places().get(0).path().toAbsolutePath();
        return Stream.of(
                        preferences.map(file -> file("Preferences", file)),
                        LogFile.current().map(file -> file("Log", file)),
                        Optional.of(new Place("Image data", data, data)))
                .flatMap(Optional::stream)
                .toList();
    }
}
