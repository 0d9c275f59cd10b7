package org.penumbra.data.image;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Those of the four files that lie in a folder.
 *
 * @param path  the folder
 * @param files the files there are; what is in them has not been looked at
 */
public record ImageFolder(Path path, Map<ImageFile, Path> files) {

    public ImageFolder {
        files = Map.copyOf(files);
    }

    /** Looks at a folder, which need not exist. */
    public static ImageFolder at(Path path) {
        Map<ImageFile, Path> files = new EnumMap<>(ImageFile.class);
        for (ImageFile file : ImageFile.values()) {
            file.spellings().stream()
                    .map(path::resolve)
                    .filter(Files::isRegularFile)
                    .findFirst()
                    .ifPresent(found -> files.put(file, found));
        }
        return new ImageFolder(path, files);
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
        if (files.isEmpty()) {
            return Files.isDirectory(path) ? "none of the four files" : "no such folder";
        }
        return "lacks "
                + String.join(
                        ", ", missing.stream().map(ImageFile::standardName).toList());
    }
}
