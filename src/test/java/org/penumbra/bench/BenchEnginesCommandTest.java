package org.penumbra.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.penumbra.data.image.BuiltInDigits;
import org.penumbra.kit.Terminal;
import org.penumbra.net.image.ImageTrainingSettings;
import org.penumbra.net.image.LearningRateSchedule;
import org.penumbra.preset.ImagePresets;
import org.penumbra.preset.ImageSource;

/** One command shows the losses and the speeds of both engines. */
@Timeout(240)
class BenchEnginesCommandTest {

    @TempDir
    private Path folder;

    private final Terminal terminal = new Terminal();

    private Path tiny() {
        Path file = folder.resolve("tiny.json");
        ImagePresets.write(
                ImagePresets.load("built-in-cnn")
                        .withData(new ImageSource.BuiltIn(new BuiltInDigits(100, 10, 3)))
                        .withTraining(new ImageTrainingSettings(
                                4, 1e-3, LearningRateSchedule.COSINE, 0.1, 0, 0, 0.25, 8, 1, 20)),
                file);
        return file;
    }

    @Test
    void theLossesOfBothStandBesideEachOther() throws IOException {
        int code = terminal.run("bench", "engines", "--preset", tiny().toString(), "--rounds", "3", "--steps", "2");
        assertEquals(0, code, terminal.err());
        JsonNode found = new ObjectMapper().readTree(terminal.out());
        assertEquals(6, found.get("steps").size());
        for (JsonNode step : found.get("steps")) {
            double ours = step.get("penumbra").asDouble();
            assertTrue(ours > 0.5, step.toString());
            assertEquals(ours, step.get("dl4j").asDouble(), 1e-4 * ours, step.toString());
        }
        assertTrue(found.get("largest_difference").asDouble() < 1e-4, found.toString());
        assertTrue(found.get("parts_at_step").isNull());
        for (String speeds : new String[] {"penumbra_images_per_second", "dl4j_images_per_second", "ratio"}) {
            assertEquals(2, found.get(speeds).size());
            assertTrue(found.get(speeds).get(0).asDouble() > 0, found.toString());
        }
    }

    @Test
    void moreStepsThanTheRunHasAreRefused() {
        assertEquals(
                2, terminal.run("bench", "engines", "--preset", tiny().toString(), "--rounds", "6", "--steps", "2"));
        assertTrue(
                terminal.err().contains("expected at most the 10 steps of the preset's run, but together they are 12"),
                terminal.err());
    }
}
