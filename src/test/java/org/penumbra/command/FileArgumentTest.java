package org.penumbra.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a double click on a file becomes. */
class FileArgumentTest {

    @TempDir
    private Path folder;

    @Test
    void aModelAndAPresetAreOpenedWhateverTheLettersOfTheirEnding() throws Exception {
        String model = file("my digits.Penumbra");
        String preset = file("three.penumbra-preset");
        String plain = file("three.json");
        assertArrayEquals(new String[] {"open", model}, FileArgument.spelledOut(model));
        assertArrayEquals(new String[] {"open", preset}, FileArgument.spelledOut(preset));
        assertArrayEquals(new String[] {"open", plain}, FileArgument.spelledOut(plain));
    }

    @Test
    void everythingElseStaysAsItIs() throws Exception {
        String model = file("digits.penumbra");
        for (String[] arguments : new String[][] {
            {},
            {"rings"},
            {"--version"},
            {"evaluate", model},
            {file("points.csv")},
            {folder.resolve("not-there.penumbra").toString()},
            {folder.toString()},
            {"\0.penumbra"}
        }) {
            assertArrayEquals(arguments, FileArgument.spelledOut(arguments));
        }
    }

    private String file(String name) throws Exception {
        return Files.writeString(folder.resolve(name), "").toString();
    }
}
