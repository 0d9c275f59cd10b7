package org.penumbra.command.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.penumbra.archive.ModelFile;
import org.penumbra.data.image.ImageFile;
import org.penumbra.kit.IdxBytes;
import org.penumbra.kit.ImageModels;
import org.penumbra.kit.Terminal;
import org.penumbra.net.ParameterBlock;
import org.penumbra.net.image.ImageArchitecture;
import org.penumbra.net.image.ImageNetwork;
import org.penumbra.net.image.TrainedModel;

/** A model whose numbers overflow was sure of all ten classes at once. */
@Timeout(120)
class OverflowCommandsTest {

    @TempDir
    private Path folder;

    private final Terminal terminal = new Terminal();

    @ParameterizedTest
    @EnumSource(ImageArchitecture.class)
    void everyCommandRefusesItsAnswersInOneLine(ImageArchitecture architecture) throws IOException {
        String model = folder.resolve("maxweights.penumbra").toString();
        ModelFile.write(ImageModels.overflowing(architecture), Path.of(model));
        String picture = folder.resolve("a.png").toString();
        BufferedImage ink = new BufferedImage(28, 28, BufferedImage.TYPE_BYTE_GRAY);
        for (int i = 4; i < 24; i++) {
            ink.setRGB(i, i, 0xFFFFFF);
        }
        ImageIO.write(ink, "png", Path.of(picture).toFile());
        Path digits = Files.createDirectory(folder.resolve("digits"));
        for (ImageFile file : ImageFile.values()) {
            boolean pixels = file == ImageFile.TRAINING_IMAGES || file == ImageFile.TEST_IMAGES;
            Files.write(
                    digits.resolve(file.standardName()),
                    pixels ? IdxBytes.images(200, 28, 28, 1) : IdxBytes.labels(200, 2));
        }
        assertRefused("score", model, picture);
        assertRefused("score", model, picture, "--json");
        assertRefused("export", model, "--npz", folder.resolve("x.npz").toString(), "--inputs", picture);
        assertRefused("evaluate", model, "--images", digits.toString());
        assertRefused("fool", model, "--trials", "1", "--max-steps", "1");
        assertRefused("fool", model, "--trials", "1", "--max-steps", "1", "--protocol", "evolution");
    }

    /** The weights of the class head are sound; those of the decoder make infinities of both signs, and so no number. */
    @Test
    void aDecoderWhoseNumbersOverflowIsRefusedToo() throws IOException {
        TrainedModel sound = ImageModels.untrained(ImageArchitecture.DAE_SYM);
        float[] weights = sound.parameters().clone();
        try (ImageNetwork network = sound.network()) {
            for (ParameterBlock block : network.blocks()) {
                for (int i = block.from(); block.name().startsWith("decoder") && i < block.from() + block.size(); i++) {
                    weights[i] = i % 2 == 0 ? 3e38f : -3e38f;
                }
            }
        }
        Path model = folder.resolve("decoder.penumbra");
        ModelFile.write(
                new TrainedModel(sound.settings(), sound.classes(), weights, sound.heldOutErrors(), sound.provenance()),
                model);
        Path picture = folder.resolve("b.png");
        BufferedImage ink = new BufferedImage(28, 28, BufferedImage.TYPE_BYTE_GRAY);
        ink.setRGB(9, 9, 0xFFFFFF);
        ImageIO.write(ink, "png", picture.toFile());
        assertEquals(1, terminal.run("score", model.toString(), picture.toString()), terminal.out());
        assertTrue(
                terminal.err()
                        .startsWith("penumbra: The model has no answer: its numbers overflow (the reconstruction error "
                                + "is "),
                terminal.err());
    }

    private void assertRefused(String... arguments) {
        assertEquals(1, terminal.run(arguments), String.join(" ", arguments));
        String last = terminal.err().lines().reduce("", (before, next) -> next);
        assertTrue(
                last.startsWith("penumbra: The model has no answer: its numbers overflow (a logit is "),
                terminal.err());
        assertTrue(!terminal.out().contains("y(") && !terminal.out().contains("\"y\""), terminal.out());
    }
}
