package org.penumbra.command.console;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import org.penumbra.data.Litter;
import org.penumbra.data.Reasons;
import org.penumbra.data.UnfinishedFile;
import org.penumbra.data.WholeFile;

/**
 * A folder that the results of a run are written to, looked at before the work begins: a run of minutes must not end in "no".
 * All files are written beside their places first; {@link #finish} puts them there, one after the other. A mark, "COMMAND.sha256",
 * lists them; it is taken away before the first file is put in its place and comes back after the last. While it is there, the
 * folder is whole. Files of an earlier run go with it; a file that no run of the command has written stays, or is in the way.
 */
public final class OutputFolder implements AutoCloseable {

    private final Path path;
    private final ResultNames names;
    private final ResultMark earlier;
    private final List<UnfinishedFile> unfinished = new ArrayList<>();
    private final List<ResultMark.Entry> written = new ArrayList<>();

    private OutputFolder(Path path, ResultNames names, ResultMark earlier) {
        this.path = path;
        this.names = names;
        this.earlier = earlier;
    }

    /**
     * Makes the folder if need be and sees that the files can be written into it.
     *
     * @param names of the files that may be written
     * @param force whether files may be replaced, too, that no run of the command has written
     * @throws CommandFailure with a message that names what is in the way
     */
    public static OutputFolder prepare(Path path, ResultNames names, boolean force) {
        if (Files.exists(path) && !Files.isDirectory(path)) {
            throw new CommandFailure(
                    "cannot write to " + path + ": it is a file, and a folder is needed; choose another with --out");
        }
        try {
            Files.createDirectories(path);
        } catch (IOException e) {
            throw new CommandFailure(
                    "cannot make the folder " + path + " (" + Reasons.of(e) + "); choose another with --out", e);
        }
        if (!Files.isWritable(path)) {
            throw new CommandFailure(
                    "cannot write to the folder " + path + ": permission denied; choose another with --out");
        }
        try {
            OutputFolder folder = new OutputFolder(path, names, earlier(path, names, force));
            folder.checkPlaces(force);
            Litter.sweep(path, names::areOrMark);
            WholeFile.probe(path.resolve(names.mark()));
            return folder;
        } catch (IOException | DirectoryIteratorException e) {
            throw new CommandFailure(
                    "cannot write to the folder " + path + " (" + Reasons.of(e) + "); choose another with --out", e);
        }
    }

    /** What runs of the command before have written there, a killed one included. */
    private static ResultMark earlier(Path path, ResultNames names, boolean force) throws IOException {
        ResultMark all = ResultMark.NONE;
        for (String name : List.of(names.mark(), names.unfinished())) {
            Path mark = path.resolve(name);
            requirePlainFile(mark);
            ResultMark read = ResultMark.read(mark).orElse(null);
            if (read == null && !force) {
                throw inTheWay(mark, "it is no list of results");
            }
            all = read == null ? all : all.and(read);
        }
        return all;
    }

    private void checkPlaces(boolean force) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(path)) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                if (names.hold(name)) {
                    requirePlainFile(file);
                    if (!force && Files.size(file) > 0 && !earlier.owns(file)) {
                        throw inTheWay(
                                file,
                                earlier.lists(name)
                                        ? "it has been changed since \"penumbra " + names.command() + "\" wrote it"
                                        : names.mark() + " does not list it as a result of an earlier run");
                    }
                }
            }
        }
    }

    private static void requirePlainFile(Path file) {
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || !Files.isWritable(file)) {
            String reason = Files.isSymbolicLink(file)
                    ? "a link of that name is in the way"
                    : Files.isDirectory(file)
                            ? "a folder of that name is in the way"
                            : Files.isRegularFile(file) ? "permission denied" : "a device of that name is in the way";
            throw new CommandFailure(
                    "cannot write " + file + ": " + reason + "; move it away or choose another folder with --out");
        }
    }

    private static CommandFailure inTheWay(Path file, String reason) {
        return new CommandFailure(file + " would be lost: " + reason
                + "; move it away, choose another folder with --out, or replace it with --force");
    }

    public Path path() {
        return path;
    }

    /**
     * Writes one file, which is put in its place by {@link #finish}.
     *
     * @return its place
     * @throws CommandFailure naming the file and the reason
     */
    public Path write(String name, WholeFile.Writing writing) {
        Path file = path.resolve(name);
        if (!names.hold(name)) {
            throw new IllegalArgumentException(name + " is none of the names that were checked");
        }
        try {
            UnfinishedFile begun = UnfinishedFile.begin(file);
            unfinished.add(begun);
            MessageDigest digest = ResultMark.newDigest();
            OutputStream stream = new DigestOutputStream(begun.stream(), digest);
            writing.to(stream);
            stream.flush();
            begun.finish();
            written.add(new ResultMark.Entry(name, ResultMark.hex(digest)));
            return file;
        } catch (IOException e) {
            throw new CommandFailure(
                    "cannot write " + file + " (" + Reasons.of(e) + "); what was in the folder is as it was", e);
        }
    }

    /** Writes one file of text likewise. */
    public Path writeText(String name, WholeFile.TextWriting writing) {
        return write(name, WholeFile.text(writing));
    }

    /**
     * Puts everything that was written in its place, removes what an earlier run has left besides, and marks the folder as
     * whole.
     *
     * @return how many files of an earlier run were removed
     * @throws CommandFailure naming the folder and the reason
     */
    public int finish() {
        ResultMark now = ResultMark.of(written);
        try (UnfinishedFile mark = begun(names.mark(), now)) {
            // Another run may have ended there since this one began.
            ResultMark others = earlier.and(earlier(path, names, true));
            return place(mark, now, others);
        } catch (IOException e) {
            throw new CommandFailure(
                    "cannot put the results in their places in " + path + " (" + Reasons.of(e) + "); where "
                            + names.mark() + " is missing they are not whole; run it again",
                    e);
        }
    }

    private int place(UnfinishedFile mark, ResultMark now, ResultMark others) throws IOException {
        try (UnfinishedFile list = begun(names.unfinished(), others.and(now))) {
            // Whoever comes after a kill finds in it which files are results, and may replace them.
            list.place();
            Files.deleteIfExists(mark.target());
            for (UnfinishedFile file : unfinished) {
                file.place();
            }
            int removed = removeOthers(now, others);
            mark.place();
            Files.deleteIfExists(list.target());
            return removed;
        }
    }

    private UnfinishedFile begun(String name, ResultMark mark) throws IOException {
        UnfinishedFile file = UnfinishedFile.begin(path.resolve(name));
        try {
            file.stream().write(mark.text().getBytes(StandardCharsets.UTF_8));
            file.finish();
            return file;
        } catch (IOException e) {
            file.close();
            throw e;
        }
    }

    private int removeOthers(ResultMark now, ResultMark others) throws IOException {
        int removed = 0;
        for (ResultMark.Entry file : others.files()) {
            Path old = path.resolve(file.name());
            if (!now.lists(file.name()) && others.owns(old) && Files.deleteIfExists(old)) {
                removed++;
            }
        }
        return removed;
    }

    /** Removes what was written and not put in its place. */
    @Override
    public void close() {
        List<IOException> left = new ArrayList<>();
        for (UnfinishedFile file : unfinished) {
            try {
                file.close();
            } catch (IOException e) {
                left.add(e);
            }
        }
        if (!left.isEmpty()) {
            throw new CommandFailure(
                    left.size() + " unfinished files in " + path + " cannot be removed (" + Reasons.of(left.get(0))
                            + "); remove what ends in .tmp there by hand",
                    left.get(0));
        }
    }
}
