package org.penumbra.state;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import org.penumbra.data.RegularFile;
import org.penumbra.data.WholeFile;

/** States as files: the text, broken into a line for each part, so that a person can read and change it. */
public final class StateFile {

    /** What such files end in. */
    public static final String ENDING = ".penumbra-state";

    private StateFile() {}

    /** Whether a file is called like one. */
    public static boolean isMeant(Path file) {
        return file.getFileName() != null
                && file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(ENDING);
    }

    /** What a file holds. */
    public static String text(LabState state) {
        return state.text().replace("?", "?\n  ").replace("&", "&\n  ") + "\n";
    }

    /**
     * Reads one.
     *
     * @throws StateProblem when it cannot be read or holds no state
     */
    public static LabState read(Path file) {
        try (InputStream stream = RegularFile.open(file)) {
            byte[] bytes = stream.readNBytes(4 * LabState.LONGEST + 1);
            return LabState.parse(new String(bytes, StandardCharsets.UTF_8));
        } catch (NoSuchFileException missing) {
            throw new StateProblem(file + ": there is no such file; check its name and folder", missing);
        } catch (IOException error) {
            throw new StateProblem(file + ": cannot be read (" + WholeFile.reason(error) + ")", error);
        } catch (StateProblem wrong) {
            throw new StateProblem(file + ": " + wrong.getMessage(), wrong);
        }
    }

    /**
     * Writes one, replacing the file if there is one.
     *
     * @throws IOException when it cannot be written
     */
    public static void write(LabState state, Path file) throws IOException {
        WholeFile.writeText(file, writer -> writer.write(text(state)));
    }
}
