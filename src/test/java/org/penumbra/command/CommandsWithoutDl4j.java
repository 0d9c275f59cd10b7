package org.penumbra.command;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.penumbra.data.image.BuiltInDigits;
import org.penumbra.kit.Terminal;
import org.penumbra.net.image.ImageTrainingSettings;
import org.penumbra.net.image.LearningRateSchedule;
import org.penumbra.preset.ImagePresets;
import org.penumbra.preset.ImageSource;

/** Runs commands one after the other in a process of its own; standard output tells how each ended. */
final class CommandsWithoutDl4j {

    private CommandsWithoutDl4j() {}

    /** @param arguments a folder to write to */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        String model = folder.resolve("tiny.penumbra").toString();
        PrintStream out = System.out;
        tell(out, "train", "--preset", preset(folder).toString(), "--out", model);
        tell(out, "score", model, picture(folder).toString());
        tell(out, "evaluate", model);
        tell(out, "rings", "--steps", "5", "--out", folder.resolve("rings").toString());
        tell(out, "export", model, "--npz", folder.resolve("model.npz").toString());
        tell(out, "export", model, "--dl4j", folder.resolve("model.zip").toString());
    }

    private static void tell(PrintStream out, String... words) {
        Terminal terminal = new Terminal();
        int code = terminal.run(words);
        String last = terminal.err().lines().reduce("", (before, line) -> line);
        out.println(words[0] + " " + code + (code == 0 ? "" : " " + last));
    }

    private static Path preset(Path folder) {
        Path file = folder.resolve("tiny.json");
        ImagePresets.write(
                ImagePresets.load("built-in-cnn")
                        .withData(new ImageSource.BuiltIn(new BuiltInDigits(300, 10, 3)))
                        .withTraining(new ImageTrainingSettings(
                                4, 2e-3, LearningRateSchedule.COSINE, 0.1, 0, 5, 0.25, 32, 1, 100)),
                file);
        return file;
    }

    private static Path picture(Path folder) throws IOException {
        BufferedImage image = new BufferedImage(28, 28, BufferedImage.TYPE_BYTE_GRAY);
        for (int row = 5; row < 20; row++) {
            image.getRaster().setSample(13, row, 0, 255);
        }
        Path file = folder.resolve("one.png");
        ImageIO.write(image, "png", file.toFile());
        return file;
    }
}
