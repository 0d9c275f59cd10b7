package org.penumbra.data.home;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.penumbra.data.DataException;
import org.penumbra.data.image.ImageFile;
import org.penumbra.data.image.ImageFolder;
import org.penumbra.data.image.KnownFile;
import org.penumbra.data.image.KnownImages;

/**
 * What there is of a data set.
 *
 * @param known   the data set
 * @param folder  where its files are, if there are any
 * @param files   each file that should be there, with what is wrong with it; empty when there is no folder
 * @param missing when not all four are there, the places looked at and what to do; otherwise empty
 */
public record DataState(KnownImages known, Optional<Path> folder, List<FileState> files, String missing) {

    public DataState {
        files = List.copyOf(files);
    }

    /**
     * A file that should be there.
     *
     * @param file    which
     * @param path    where it is, if it is
     * @param problem what is wrong with it; empty when it holds what was published
     */
    public record FileState(ImageFile file, Optional<Path> path, Optional<DataException> problem) {}

    static DataState of(KnownImages known, ImageFolder folder, String missing) {
        return new DataState(
                known,
                Optional.of(folder.path()),
                Arrays.stream(ImageFile.values())
                        .map(file -> state(known, folder, file))
                        .toList(),
                missing);
    }

    private static FileState state(KnownImages known, ImageFolder folder, ImageFile file) {
        Path path = folder.files().get(file);
        if (path == null) {
            return new FileState(
                    file,
                    Optional.empty(),
                    Optional.of(new DataException(
                            folder.path().resolve(file.standardName()) + ": missing, packed or not")));
        }
        try {
            new KnownFile(known, file).check(path);
            return new FileState(file, Optional.of(path), Optional.empty());
        } catch (DataException wrong) {
            return new FileState(file, Optional.of(path), Optional.of(wrong));
        }
    }

    /** Whether all four files are there and hold what was published. */
    public boolean isRight() {
        return folder.isPresent() && problems().isEmpty();
    }

    /** What is wrong, file by file; empty when there are no files at all. */
    public List<String> problems() {
        return problems(DataException::getMessage);
    }

    /** The same for a window, which has buttons where a terminal has commands. */
    public List<String> problemsInWindow() {
        return problems(DataException::inWindow);
    }

    private List<String> problems(Function<DataException, String> words) {
        return files.stream()
                .map(FileState::problem)
                .flatMap(Optional::stream)
                .map(words)
                .toList();
    }
}
