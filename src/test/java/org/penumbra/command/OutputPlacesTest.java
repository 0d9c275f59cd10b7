package org.penumbra.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.penumbra.archive.FileKind;
import org.penumbra.archive.ModelFile;
import org.penumbra.data.image.BuiltInDigits;
import org.penumbra.kit.ImageModels;
import org.penumbra.kit.NamedPipe;
import org.penumbra.kit.Terminal;
import org.penumbra.net.image.ImageArchitecture;
import org.penumbra.net.image.ImageTrainingSettings;
import org.penumbra.net.image.LearningRateSchedule;
import org.penumbra.preset.ImagePreset;
import org.penumbra.preset.ImagePresets;
import org.penumbra.preset.ImageSource;

/** What commands do with what stands where they are to write or to read. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class OutputPlacesTest {

    @TempDir
    private Path folder;

    private final Terminal terminal = new Terminal();

    private String model() {
        Path file = folder.resolve("m.penumbra");
        ModelFile.write(ImageModels.untrained(ImageArchitecture.CNN), file);
        return file.toString();
    }

    /** A preset that is trained within a second. */
    private String preset(long seed) {
        Path file = folder.resolve("tiny.json");
        ImagePreset like = ImagePresets.load("built-in-cnn");
        ImagePresets.write(
                like.withData(new ImageSource.BuiltIn(new BuiltInDigits(60, 10, 3)))
                        .withTraining(new ImageTrainingSettings(
                                seed, 1e-3, LearningRateSchedule.COSINE, 0.1, 0, 5, 0.25, 20, 1, 20)),
                file);
        return file.toString();
    }

    /** Runs "COMMAND ..." with TARGET for a file and the words for what is needed besides. */
    private int run(String line, Path target) {
        String model = model();
        String preset = preset(1);
        return terminal.run(Stream.of(line.split(" "))
                .map(word -> switch (word) {
                    case "MODEL" -> model;
                    case "PRESET" -> preset;
                    case "TARGET" -> target.toString();
                    default -> word;
                })
                .toArray(String[]::new));
    }

    private void assertSaid(String expected) {
        assertEquals(1, terminal.err().lines().count(), terminal.err());
        assertTrue(terminal.err().startsWith("penumbra: "), terminal.err());
        assertTrue(terminal.err().contains(expected), terminal.err());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "train --preset PRESET --out TARGET",
                "evaluate MODEL --answers TARGET",
                "export MODEL --npz TARGET",
                "export MODEL --dl4j TARGET"
            })
    void aFileOfAnotherKindIsNotReplaced(String line) throws IOException {
        Path letter = Files.writeString(folder.resolve("letter.txt"), "Dear reader, PENUMBRA is a program.");
        assertEquals(1, run(line, letter));
        assertSaid("cannot write " + letter + ": the file that is there is not ");
        assertTrue(terminal.err().contains("--force"), terminal.err());
        assertEquals("Dear reader, PENUMBRA is a program.", Files.readString(letter));
    }

    @ParameterizedTest
    @ValueSource(strings = {"evaluate MODEL --answers MODEL", "export MODEL --npz MODEL", "export MODEL --dl4j MODEL"})
    void theModelItselfIsNotReplaced(String line) throws IOException {
        assertEquals(1, run(line, folder));
        assertSaid("the file that is there is not ");
        assertTrue(FileKind.MODEL.describes(folder.resolve("m.penumbra")));
    }

    @Test
    void withForceItIsReplaced() throws IOException {
        Path letter = Files.writeString(folder.resolve("letter.txt"), "Dear reader");
        assertEquals(0, run("export MODEL --force --npz TARGET", letter), terminal.err());
        assertTrue(FileKind.ARRAYS.describes(letter));
        assertEquals(0, run("export MODEL --npz TARGET", letter), terminal.err());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "train --preset mnist-cnn --data TARGET --out TARGET/none/x",
                "evaluate none.penumbra --answers TARGET/none/x",
                "export none.penumbra --npz TARGET/none/x",
                "export none.penumbra --dl4j TARGET/none/x"
            })
    void aPlaceThatCannotBeWrittenToIsSaidBeforeAnythingIsRead(String line) {
        assertEquals(1, terminal.run(line.replace("TARGET", folder.toString()).split(" ")));
        assertSaid("cannot write " + folder.resolve("none/x") + ": there is no folder ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "train --preset PRESET --out TARGET",
                "evaluate MODEL --answers TARGET",
                "export MODEL --npz TARGET",
                "export MODEL --force --dl4j TARGET"
            })
    void aPipeIsNotReplaced(String line) throws Exception {
        Path pipe = NamedPipe.make(folder.resolve("pipe"));
        assertEquals(1, run(line, pipe));
        assertSaid("cannot write " + pipe + ": it is a named pipe or a device");
        assertFalse(Files.isRegularFile(pipe));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rings --preset TARGET",
                "train --preset TARGET",
                "train --preset PRESET --resume --out RESUMED",
                "evaluate TARGET",
                "score TARGET a.png",
                "export TARGET --npz new.npz",
                "fool TARGET"
            })
    void aPipeIsNotWaitedFor(String line) throws Exception {
        Path pipe = NamedPipe.make(folder.resolve("pipe"));
        Path resumed = folder.resolve("x.penumbra");
        NamedPipe.make(folder.resolve("x.penumbra.checkpoint"));
        assertEquals(1, run(line.replace("RESUMED", resumed.toString()), pipe));
        assertSaid("a named pipe or a device");
    }

    @Test
    void aPipeAmongTheFilesOfADataSetIsNotWaitedFor() throws Exception {
        for (String part : new String[] {"train-images-idx3", "train-labels-idx1", "t10k-images-idx3"}) {
            Files.write(folder.resolve(part + "-ubyte"), new byte[16]);
        }
        NamedPipe.make(folder.resolve("t10k-labels-idx1-ubyte"));
        assertEquals(1, run("evaluate MODEL --images TARGET", folder));
        assertSaid(folder.toString());
    }

    @Test
    void aModelIsReplacedByOneOfTheSameTrainingOnly() throws IOException {
        Path out = folder.resolve("x.penumbra");
        assertEquals(0, terminal.run("train", "--preset", preset(1), "--out", out.toString()), terminal.err());
        assertEquals(0, terminal.run("train", "--preset", preset(1), "--out", out.toString()), terminal.err());
        assertTrue(terminal.err().contains("was trained with the same settings on "), terminal.err());
        byte[] first = Files.readAllBytes(out);
        assertEquals(1, terminal.run("train", "--preset", preset(2), "--out", out.toString()));
        assertSaid("a model is there that was trained otherwise (preset built-in-cnn, ");
        assertArrayEquals(first, Files.readAllBytes(out));
        assertEquals(
                0, terminal.run("train", "--force", "--preset", preset(2), "--out", out.toString()), terminal.err());
        assertEquals(2, ModelFile.read(out).provenance().training().seed());
    }
}
