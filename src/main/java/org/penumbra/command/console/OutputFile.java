package org.penumbra.command.console;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.penumbra.archive.FileKind;
import org.penumbra.data.Reasons;
import org.penumbra.data.RegularFile;
import org.penumbra.data.WholeFile;

/**
 * A file that a command writes, looked at before the work begins. It is there whole or not at all: what was there before
 * stays until the new one is complete. A file of another kind is not replaced unless that is asked for.
 */
public final class OutputFile {

    private final Path path;

    private OutputFile(Path path) {
        this.path = path;
    }

    /**
     * Sees that the file can be written.
     *
     * @param option that names it, for the message
     * @param kind   of file it becomes
     * @param force  whether a file of another kind may be replaced
     * @throws CommandFailure with a message that names what is in the way
     */
    public static OutputFile prepare(Path path, String option, FileKind kind, boolean force) {
        String what = option + ": cannot write " + path + ": ";
        Optional<String> obstacle = RegularFile.obstacle(path);
        if (obstacle.isPresent()) {
            throw new CommandFailure(
                    what + "it is " + obstacle.get() + "; name a file" + (Files.isDirectory(path) ? " in it" : ""));
        }
        try {
            Path target = WholeFile.target(path);
            Path folder = target.getParent();
            if (folder == null || !Files.isDirectory(folder)) {
                throw new CommandFailure(what + "there is no folder " + folder + "; make it, or choose another");
            }
            if (!Files.isWritable(folder) || Files.exists(path) && !Files.isWritable(path)) {
                throw new CommandFailure(what + "permission denied; choose another place");
            }
            if (!force && Files.exists(path) && Files.size(path) > 0 && !kind.describes(path)) {
                throw new CommandFailure(what + "the file that is there is not " + kind.words()
                        + " and would be lost; move it away, choose another name, or replace it with --force");
            }
            WholeFile.probe(path);
        } catch (IOException e) {
            throw new CommandFailure(what + Reasons.of(e) + "; choose another place", e);
        }
        return new OutputFile(path);
    }

    public Path path() {
        return path;
    }

    /**
     * Writes the file.
     *
     * @throws CommandFailure naming the file and the reason
     */
    public void write(WholeFile.Writing writing) {
        try {
            WholeFile.write(path, writing);
        } catch (IOException e) {
            throw new CommandFailure(
                    "cannot write " + path + " (" + Reasons.of(e) + "); what was there is as it was", e);
        }
    }
}
