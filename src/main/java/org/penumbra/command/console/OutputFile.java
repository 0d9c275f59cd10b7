package org.penumbra.command.console;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/**
 * A file that a command writes, looked at before the work begins. It is there whole or not at all: what was there before
 * stays until the new one is complete.
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
     * @throws CommandFailure with a message that names what is in the way
     */
    public static OutputFile prepare(Path path, String option) {
        Path folder = path.toAbsolutePath().getParent();
        if (folder == null || Files.isDirectory(path)) {
            throw new CommandFailure(option + ": cannot write " + path + ": it is a folder; name a file in it");
        }
        if (!Files.isDirectory(folder)) {
            throw new CommandFailure(option + ": cannot write " + path + ": there is no folder " + folder
                    + "; make it, or choose another");
        }
        if (!Files.isWritable(folder) || Files.exists(path) && !Files.isWritable(path)) {
            throw new CommandFailure(option + ": cannot write " + path + ": permission denied; choose another place");
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
    public void write(OutputFolder.Writing writing) {
        try {
            // Through a link to what it links to, which is the file somebody means.
            Path target = Files.exists(path) ? path.toRealPath() : path.toAbsolutePath();
            Path unfinished = target.resolveSibling(target.getFileName() + "." + UUID.randomUUID() + ".tmp");
            try {
                writing.to(unfinished);
                Files.move(unfinished, target, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(unfinished);
            }
        } catch (IOException e) {
            throw new CommandFailure("cannot write " + path + " (" + OutputFolder.reason(e) + ")", e);
        }
    }
}
