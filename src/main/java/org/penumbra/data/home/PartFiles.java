package org.penumbra.data.home;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.penumbra.data.image.ImageFile;

/**
 * The files of a folder in which downloads and copies are gathered until they are whole. A running one has a name that
 * nobody else takes, NAME.UUID.part; a download that has ended before its time leaves NAME.part, with which the next one
 * goes on. A program that was killed leaves the longer name; that file is gone on with, or removed, all the same.
 */
final class PartFiles {

    private static final String PART = ".part";
    private static final String COPY = ".import";
    /** What has not been written to for so long has been left, also where no lock tells. */
    private static final Duration LEFT = Duration.ofHours(1);

    private final Path folder;

    PartFiles(Path folder) {
        this.folder = folder;
    }

    /** Bytes of downloads that have ended before their time, of all files together; the folder need not exist. */
    long bytes() throws IOException {
        long bytes = 0;
        for (ImageFile file : ImageFile.values()) {
            Optional<Path> longest = longest(of(file, PART));
            bytes += longest.isPresent() ? size(longest.get()) : 0;
        }
        return bytes;
    }

    /**
     * A name that nobody else takes, under which a download gathers a file. What an earlier one has gathered lies there
     * already; where there are several, the longest does and the others are removed.
     *
     * @param alone whether nobody else fills the folder; otherwise nothing is taken that may still be written
     */
    Path take(ImageFile file, boolean alone) throws IOException {
        Path taken = named(file, PART);
        Optional<Path> longest = longest(left(file, PART, alone));
        if (longest.isPresent()) {
            takeOver(longest.get(), taken);
        }
        remove(left(file, PART, alone).stream()
                .filter(other -> !other.equals(taken))
                .toList());
        return taken;
    }

    /** A part of somebody else's, which may be read but not written, is copied. */
    private static void takeOver(Path left, Path taken) throws IOException {
        try {
            if (Files.isWritable(left)) {
                Files.move(left, taken);
            } else {
                Files.copy(left, taken);
            }
        } catch (NoSuchFileException takenByAnother) {
            // Only where no lock keeps others off. This download begins anew.
        }
    }

    /**
     * Leaves a part, if there is one, for the next download.
     *
     * @return its name from now on; there need be no file
     */
    Path leave(Path taken, ImageFile file) throws IOException {
        Path left = folder.resolve(file.standardName() + PART);
        if (Files.exists(taken)) {
            Files.move(taken, left, StandardCopyOption.REPLACE_EXISTING);
        }
        return left;
    }

    /** A name that nobody else takes, for a copy of a file. */
    Path copy(ImageFile file) {
        return named(file, COPY);
    }

    /** Removes what ended programs have left of a file that is in its place by now. */
    void sweep(ImageFile file, boolean alone) throws IOException {
        remove(left(file, PART, alone));
        remove(left(file, COPY, alone));
    }

    private Path named(ImageFile file, String ending) {
        return folder.resolve(file.standardName() + "." + UUID.randomUUID() + ending);
    }

    private List<Path> left(ImageFile file, String ending, boolean alone) throws IOException {
        Instant before = Instant.now().minus(LEFT);
        Path settled = folder.resolve(file.standardName() + PART);
        List<Path> all = of(file, ending);
        if (alone) {
            return all;
        }
        return all.stream()
                .filter(path -> path.equals(settled) || lastWritten(path).isBefore(before))
                .toList();
    }

    private List<Path> of(ImageFile file, String ending) throws IOException {
        Pattern name =
                Pattern.compile(Pattern.quote(file.standardName()) + "(\\.[0-9a-f-]{36})?" + Pattern.quote(ending));
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(
                            path -> name.matcher(path.getFileName().toString()).matches())
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        } catch (NoSuchFileException | NotDirectoryException none) {
            return List.of();
        }
    }

    private static Optional<Path> longest(List<Path> parts) {
        return parts.stream().max(Comparator.comparingLong(PartFiles::size));
    }

    private static long size(Path path) {
        return path.toFile().length();
    }

    /** The distant future for what has gone meanwhile. */
    private static Instant lastWritten(Path path) {
        try {
            return Files.getLastModifiedTime(path).toInstant();
        } catch (IOException gone) {
            return Instant.MAX;
        }
    }

    private static void remove(List<Path> files) throws IOException {
        for (Path file : files) {
            Files.deleteIfExists(file);
        }
    }
}
