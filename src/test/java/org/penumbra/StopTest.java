package org.penumbra;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.penumbra.kit.RunningProgram;
import org.penumbra.paint.ArgbImage;
import org.penumbra.paint.PngFile;
import org.penumbra.preset.ImagePresets;
import org.penumbra.preset.ImageSource;

/** The whole program in a process of its own, asked to end in the middle of a training. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "there a process cannot be asked to end, only ended")
class StopTest {

    /** Reading takes long: a hundred pictures of twelve million pixels each. */
    @Test
    @Timeout(240)
    void whileImagesAreReadTheProgramEndsAtOnce(@TempDir Path folder) throws Exception {
        Path picture = folder.resolve("large.png");
        PngFile.write(new ArgbImage(new int[4000 * 3000], 4000, 3000), picture);
        for (int i = 0; i < 100; i++) {
            Path classFolder = Files.createDirectories(folder.resolve("own").resolve("class" + i % 2));
            Files.createLink(classFolder.resolve(i + ".png"), picture);
        }
        Path preset = folder.resolve("own.json");
        ImagePresets.write(
                ImagePresets.load("built-in-cnn")
                        .withData(new ImageSource.Stored(folder.resolve("own").toString())),
                preset);
        try (RunningProgram program = new RunningProgram(
                folder.resolve("stdout"),
                "train",
                "--preset",
                preset.toString(),
                "--out",
                folder.resolve("x.penumbra").toString())) {
            program.awaitWork(Duration.ofSeconds(4));
            long start = System.nanoTime();
            assertEquals(List.of(), program.stop(), "it had gone on to train");
            Duration taken = Duration.ofNanos(System.nanoTime() - start);
            assertTrue(taken.compareTo(Duration.ofSeconds(8)) < 0, "it ended after " + taken);
        }
        assertFalse(Files.exists(folder.resolve("x.penumbra.checkpoint")));
    }

    @Test
    @Timeout(240)
    void aStoppedTrainingSaysWhereItWasAndWritesNothing(@TempDir Path folder) throws Exception {
        Path out = folder.resolve("out");
        try (RunningProgram program =
                new RunningProgram(folder.resolve("stdout"), "rings", "--steps", "10000000", "--out", out.toString())) {
            program.awaitLine("step 1 ");
            String last = program.stop().stream().reduce("", (before, next) -> next);
            assertTrue(last.matches("Stopped after \\d+ of 10000000 steps; nothing was written\\."), last);
            assertNotEquals(0, program.exitValue());
        }
        assertEquals("", Files.readString(folder.resolve("stdout")));
        try (Stream<Path> files = Files.list(out)) {
            assertEquals(0, files.count());
        }
    }
}
