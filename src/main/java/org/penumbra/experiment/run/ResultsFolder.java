package org.penumbra.experiment.run;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.penumbra.archive.CellFile;
import org.penumbra.archive.ModelException;
import org.penumbra.archive.StoredCell;
import org.penumbra.data.Litter;
import org.penumbra.data.Reasons;
import org.penumbra.data.RegularFile;
import org.penumbra.data.WholeFile;
import org.penumbra.data.home.FolderLock;
import org.penumbra.experiment.Cell;
import org.penumbra.experiment.ExperimentException;
import org.penumbra.preset.PresetPrinter;

/**
 * The folder of one run: {@value #IDENTITY} says what is run, {@value #CELLS} holds a file for each finished cell,
 * {@value #RESULTS} is there while the run is over. It is locked while a program works in it.
 */
final class ResultsFolder implements AutoCloseable {

    static final String IDENTITY = "experiment.json";
    static final String CELLS = "cells";
    static final String RESULTS = "results.json";
    static final String TIMES = "run.json";

    /** Bytes that a run asks for before it begins; cells are a few kilobytes each, pictures a few hundred. */
    static final long LEAST_ROOM = 64L << 20;

    private static final double MEGABYTE = 1 << 20;
    private static final String ADVICE = "choose another folder";
    private static final String OUT = " with --out";

    /** How much room there is. */
    @FunctionalInterface
    interface Room {

        /** That of the disk. */
        Room OF_DISK = folder -> Files.getFileStore(folder).getUsableSpace();

        /** Bytes that can still be written into a folder, 0 where the system does not tell. */
        long left(Path folder) throws IOException;
    }

    private final Path path;
    private final RunIdentity identity;
    private final Consumer<String> notes;
    private final FolderLock lock;

    private ResultsFolder(Path path, RunIdentity identity, Consumer<String> notes, FolderLock lock) {
        this.path = path;
        this.identity = identity;
        this.notes = notes;
        this.lock = lock;
    }

    /** Whether a run was begun in a folder, whichever. */
    static boolean holdsRun(Path path) {
        return Files.isRegularFile(path.resolve(IDENTITY));
    }

    /**
     * Makes the folder or goes on in one, and sees that a run can be kept there.
     *
     * @param resume whether to go on with a run that was begun there; where none was, one begins
     * @param notes  takes sentences a person should know
     * @throws ExperimentException when it cannot be written to, has no room, is in use, or holds something else
     */
    static ResultsFolder open(Path path, RunIdentity identity, boolean resume, Room room, Consumer<String> notes) {
        if (Files.exists(path) && !Files.isDirectory(path)) {
            throw wrong("cannot write to " + path + ": it is a file, and a folder is needed; " + ADVICE, OUT, null);
        }
        try {
            requireNothingElse(path);
            Files.createDirectories(path.resolve(CELLS));
            FolderLock lock = FolderLock.takeNow(path, holder -> busy(path, holder));
            ResultsFolder folder = new ResultsFolder(path, identity, notes, lock);
            boolean opened = false;
            try {
                folder.begin(resume, room);
                opened = true;
                return folder;
            } finally {
                if (!opened) {
                    lock.close();
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            throw wrong("cannot write to the folder " + path + " (" + Reasons.of(e) + "); " + ADVICE, OUT, e);
        }
    }

    /** A folder that holds a person's files is none for results, which would replace those of the same names. */
    private static void requireNothingElse(Path path) throws IOException {
        if (!Files.exists(path) || holdsRun(path)) {
            return;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(path)) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                boolean begun = name.equals(FolderLock.NAME) || name.equals(CELLS) || name.startsWith(IDENTITY + ".");
                if (!begun) {
                    throw wrong(
                            path
                                    + ": expected a new folder or one of this experiment, but it holds other files, such as "
                                    + name + "; " + ADVICE,
                            OUT,
                            null);
                }
            }
        }
    }

    private static ExperimentException busy(Path path, String holder) {
        return wrong(path + " is in use by " + holder + "; wait until that has ended, or " + ADVICE, OUT, null);
    }

    private void begin(boolean resume, Room room) throws IOException {
        Path file = path.resolve(IDENTITY);
        boolean begun = holdsRun(path);
        if (begun) {
            requireSame(file, resume);
        }
        requireRoom(room);
        Path cells = path.resolve(CELLS);
        WholeFile.probe(path.resolve(RESULTS));
        WholeFile.probe(cells.resolve("probe" + CellFile.ENDING));
        Litter.sweep(path, name -> name.equals(IDENTITY) || name.equals(RESULTS) || name.equals(TIMES));
        Litter.sweep(cells, name -> name.endsWith(CellFile.ENDING));
        if (!begun) {
            if (resume) {
                notes.accept("No run was begun in " + path + " yet, so it begins at the beginning.");
            }
            WholeFile.writeText(file, writer -> writer.write(identity.text()));
        }
    }

    private void requireSame(Path file, boolean resume) throws IOException {
        String text = RegularFile.text(file);
        if (!identity.is(text)) {
            throw wrong(path + ": " + identity.difference(text, file) + "; " + ADVICE, OUT, null);
        }
        if (!resume) {
            throw wrong(
                    path + ": a run of this experiment with these settings was begun there; go on with it, or "
                            + ADVICE,
                    ": --resume goes on with it, and --out names another folder",
                    null);
        }
    }

    private void requireRoom(Room room) throws IOException {
        long left = room.left(path);
        if (left > 0 && left < LEAST_ROOM) {
            throw wrong(
                    path + ": expected room for " + Math.round(LEAST_ROOM / MEGABYTE)
                            + " MB of results, but the disk has " + Math.round(left / MEGABYTE)
                            + " MB left; make room, or " + ADVICE,
                    OUT,
                    null);
        }
    }

    /**
     * A cell that an earlier run has finished. What stands in its place and is no whole cell of this run is set aside.
     *
     * @throws org.penumbra.data.Problem when it cannot be read or set aside
     */
    Optional<StoredCell> kept(Cell cell) {
        Path file = file(cell);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            StoredCell stored = CellFile.read(file);
            if (isOurs(stored, cell)) {
                return Optional.of(stored);
            }
            setAside(file, "it belongs to another run or another cell");
        } catch (ModelException damaged) {
            switch (damaged.kind()) {
                case NO_FILE, UNREADABLE, MISSING -> throw damaged;
                default -> setAside(file, damaged.inWindow());
            }
        }
        return Optional.empty();
    }

    private boolean isOurs(StoredCell stored, Cell cell) {
        return stored.fingerprint().equals(identity.fingerprint())
                && stored.cell().equals(cell.id());
    }

    private void setAside(Path file, String why) {
        Path aside = file.resolveSibling(file.getFileName() + ".damaged");
        for (int next = 2; Files.exists(aside); next++) {
            aside = file.resolveSibling(file.getFileName() + ".damaged-" + next);
        }
        try {
            try (InputStream content = RegularFile.open(file)) {
                WholeFile.write(aside, content::transferTo);
            }
            Files.delete(file);
        } catch (IOException e) {
            throw wrong(
                    file + " cannot be used (" + why + ") and cannot be set aside (" + Reasons.of(e)
                            + "); remove it, and go on",
                    " with --resume",
                    e);
        }
        notes.accept("A finished cell cannot be used and is computed again: " + why + ". It is kept as " + aside + ".");
    }

    /**
     * Keeps a cell.
     *
     * @throws IllegalArgumentException when its result cannot be kept
     * @throws ModelException           when it cannot be written
     */
    StoredCell keep(Cell cell, ObjectNode result, double seconds) {
        StoredCell stored = new StoredCell(
                identity.json().path("experiment").textValue(),
                identity.fingerprint(),
                cell.id(),
                result,
                seconds,
                MachineWords.ofProcess());
        CellFile.write(stored, file(cell));
        return stored;
    }

    private Path file(Cell cell) {
        return path.resolve(CELLS).resolve(cell.id() + CellFile.ENDING);
    }

    /** From now on the run is not over. */
    void open() {
        try {
            Files.deleteIfExists(path.resolve(RESULTS));
        } catch (IOException e) {
            throw wrong(
                    "cannot remove " + path.resolve(RESULTS) + ", which will not be true any more (" + Reasons.of(e)
                            + "); allow it, or " + ADVICE,
                    OUT,
                    e);
        }
    }

    /** Writes a tree as a file. */
    void write(String name, ObjectNode tree) {
        try {
            WholeFile.writeText(path.resolve(name), writer -> writer.write(new PresetPrinter().print(tree)));
        } catch (IOException e) {
            throw wrong(
                    "cannot write " + path.resolve(name) + " (" + Reasons.of(e)
                            + "); all finished cells are kept: make room or allow writing there, and go on",
                    " with --resume",
                    e);
        }
    }

    private static ExperimentException wrong(String message, String atTerminal, Throwable cause) {
        return new ExperimentException(message, atTerminal, cause);
    }

    /** Lets others work there. */
    @Override
    public void close() {
        lock.close();
    }
}
