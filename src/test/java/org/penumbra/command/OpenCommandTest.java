package org.penumbra.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.penumbra.kit.Terminal;

/** The command that opens what was shared. */
class OpenCommandTest {

    private static final String STATE = "penumbra:1/rings?preset=moons&alpha=20";

    @TempDir
    private Path folder;

    private final List<String> opened = new ArrayList<>();
    private final Terminal terminal = new Terminal(new Terminal.NoWindow() {
        @Override
        public int openShared(String stateOrFile, Path data) {
            opened.add(stateOrFile + " with " + data);
            return 0;
        }
    });

    @Test
    void aStateAndAFileAreHandedToTheWindow() throws IOException {
        assertEquals(0, terminal.run("open", STATE, "--data", "somewhere"));
        Path file = Files.writeString(folder.resolve("a.penumbra-state"), STATE);
        assertEquals(0, terminal.run("--data", "elsewhere", "open", file.toString()));
        assertEquals(List.of(STATE + " with somewhere", file + " with elsewhere"), opened);
    }

    @Test
    void whatIsTypedWrongIsToldInOneLine() {
        for (String wrong : List.of(
                "penumbra:1/kitchen", "penumbra:7/rings", folder.resolve("none").toString())) {
            assertEquals(1, terminal.run("open", wrong));
            assertEquals(1, terminal.err().lines().count(), terminal.err());
        }
        assertTrue(terminal.err().contains("there is no such file"), terminal.err());
        assertEquals(2, terminal.run("open"));
        assertEquals(List.of(), opened);
    }

    @Test
    void whereNoWindowCanOpenOneLineSaysSo() {
        Terminal blind = new Terminal();
        assertEquals(1, blind.run("open", STATE));
        assertEquals(1, blind.err().lines().count(), blind.err());
        assertTrue(blind.err().contains("needs a window"), blind.err());
    }
}
