package org.penumbra.command.console;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder that results are written to, looked at before the work begins: a run of minutes must not end in "no". */
public final class OutputFolder {

    private final Path path;

    private OutputFolder(Path path) {
        this.path = path;
    }

    /**
     * Makes the folder if need be and sees that each file can be written into it.
     *
     * @param names of the files that will be written
     * @throws CommandFailure with a message that names what is in the way
     */
    public static OutputFolder prepare(Path path, String... names) {
        if (Files.exists(path) && !Files.isDirectory(path)) {
            throw new CommandFailure(
                    "cannot write to " + path + ": it is a file, and a folder is needed; choose another with --out");
        }
        try {
            Files.createDirectories(path);
        } catch (IOException e) {
            throw new CommandFailure(
                    "cannot make the folder " + path + " (" + reason(e) + "); choose another with --out", e);
        }
        if (!Files.isWritable(path)) {
            throw new CommandFailure(
                    "cannot write to the folder " + path + ": permission denied; choose another with --out");
        }
        for (String name : names) {
            Path file = path.resolve(name);
            if (Files.exists(file) && !(Files.isRegularFile(file) && Files.isWritable(file))) {
                throw new CommandFailure("cannot write " + file + ": "
                        + (Files.isDirectory(file) ? "a folder of that name is in the way" : "permission denied")
                        + "; move it away or choose another folder with --out");
            }
        }
        return new OutputFolder(path);
    }

    public Path path() {
        return path;
    }

    /** One step of writing that may fail for reasons outside the program, such as a full disk. */
    public interface Writing {
        void to(Path file) throws IOException;
    }

    /**
     * Writes one file.
     *
     * @return its path
     * @throws CommandFailure naming the file and the reason
     */
    public Path write(String name, Writing writing) {
        Path file = path.resolve(name);
        try {
            writing.to(file);
            return file;
        } catch (IOException e) {
            throw new CommandFailure("cannot write " + file + " (" + reason(e) + ")", e);
        }
    }

    /** An error in words: "no such file: a/b". */
    static String reason(IOException e) {
        String type = e.getClass()
                .getSimpleName()
                .replaceAll("(Exception)$", "")
                .replaceAll("([a-z])([A-Z])", "$1 $2")
                .toLowerCase(java.util.Locale.ROOT);
        return e.getMessage() == null ? type : type + ": " + e.getMessage();
    }
}
