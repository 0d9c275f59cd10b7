package org.penumbra.data.image;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Those of the four files that lie in a folder, called as MNIST calls them or as EMNIST does. EMNIST comes with the files of
 * all its sets in one folder; then "FOLDER/emnist-letters" means those of one of them.
 *
 * @param path   the folder, or that and the name of a set
 * @param files  the files there are; what is in them has not been looked at
 * @param split  the set of EMNIST that the files are called after, if they are
 * @param others where the folder holds files of several sets and nobody said of which: those
 */
public record ImageFolder(
        Path path, Map<ImageFile, Path> files, Optional<EmnistSplit> split, List<EmnistSplit> others) {

    private static final String PREFIX = "emnist-";

    public ImageFolder {
        files = Map.copyOf(files);
        others = List.copyOf(others);
    }

    /** Looks at a folder, which need not exist. */
    public static ImageFolder at(Path path) {
        Map<ImageFile, Path> files = files(path, ImageFile::spellings);
        if (!files.isEmpty()) {
            return new ImageFolder(path, files, Optional.empty(), List.of());
        }
        Optional<EmnistSplit> named = named(path);
        if (named.isPresent() && !Files.isDirectory(path)) {
            return of(path, path.resolveSibling("."), named.get());
        }
        List<EmnistSplit> found = Arrays.stream(EmnistSplit.values())
                .filter(split -> !files(path, split::spellings).isEmpty())
                .toList();
        return found.size() == 1
                ? of(path, path, found.get(0))
                : new ImageFolder(path, Map.of(), Optional.empty(), found);
    }

    private static ImageFolder of(Path path, Path place, EmnistSplit split) {
        return new ImageFolder(path, files(place, split::spellings), Optional.of(split), List.of());
    }

    private static Optional<EmnistSplit> named(Path path) {
        String name = path.getFileName() == null ? "" : path.getFileName().toString();
        return Arrays.stream(EmnistSplit.values())
                .filter(split -> name.equals(PREFIX + split.id()))
                .findFirst();
    }

    private static Map<ImageFile, Path> files(Path path, Function<ImageFile, List<String>> spellings) {
        Map<ImageFile, Path> files = new EnumMap<>(ImageFile.class);
        for (ImageFile file : ImageFile.values()) {
            spellings.apply(file).stream()
                    .map(spelling -> path.resolve(spelling).normalize())
                    .filter(Files::isRegularFile)
                    .findFirst()
                    .ifPresent(found -> files.put(file, found));
        }
        return files;
    }

    /** Whether all four files are there. */
    public boolean isComplete() {
        return missing().isEmpty();
    }

    /** The files that are not there. */
    public List<ImageFile> missing() {
        return Arrays.stream(ImageFile.values())
                .filter(file -> !files.containsKey(file))
                .toList();
    }

    /** What is there in words: "no such folder", "none of the four files", "lacks t10k-labels-idx1-ubyte". */
    public String words() {
        List<ImageFile> missing = missing();
        if (missing.isEmpty()) {
            return "all four files";
        }
        if (!others.isEmpty()) {
            return "the files of " + others.size() + " sets of EMNIST; name one of them, such as "
                    + path.resolve(PREFIX + others.get(0).id()) + ", or put its four files into a folder of their own";
        }
        if (files.isEmpty()) {
            return Files.isDirectory(path) ? "none of the four files" : "no such folder";
        }
        Function<ImageFile, String> name = split.isPresent()
                ? file -> PREFIX + split.get().id() + "-" + file.emnistName()
                : ImageFile::standardName;
        return "lacks " + missing.stream().map(name).collect(Collectors.joining(", "));
    }
}
