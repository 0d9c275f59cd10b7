package org.penumbra.net.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.penumbra.data.image.BuiltInDigits;
import org.penumbra.data.image.ImageSet;

/**
 * Trains dAE sym with 128 images a step and prints, ten times on the way, how much memory the process holds (Linux only).
 */
public final class ImageMemory {

    private static final int STEPS = 5000;
    private static final int LINES = 10;

    private ImageMemory() {}

    /** @param arguments how many steps, a multiple of 10; 5000 when there is none */
    public static void main(String[] arguments) throws IOException {
        int steps = arguments.length == 0 ? STEPS : Integer.parseInt(arguments[0]);
        if (steps < LINES || steps % LINES != 0) {
            throw new IllegalArgumentException("steps: expected a multiple of " + LINES + ", but got " + steps);
        }
        ImageSet images = BuiltInDigits.standard(ImageWork.SEED).make().training();
        ImageTrainingSettings settings = new ImageTrainingSettings(
                ImageWork.SEED,
                ImageWork.LEARNING_RATE,
                LearningRateSchedule.CONSTANT,
                ImageWork.SIGMA,
                0,
                ImageWork.LAMBDA,
                0.5,
                ImageWork.BATCH,
                20,
                0);
        System.out.printf(
                Locale.ROOT,
                "heap: at most %d MB; before training: resident %d MB%n",
                Runtime.getRuntime().maxMemory() >> 20,
                residentMegabytes());
        System.out.println("| step | resident, MB | loss |\n|---|---|---|");
        try (ImageTraining training = new ImageTraining(
                new ImageSettings(ImageArchitecture.DAE_SYM, 10, 1), settings, images, ImageTraining.defaultLanes())) {
            for (int step = 1; step <= steps; step++) {
                double loss = training.step().total(settings.lambda());
                if (step % (steps / LINES) == 0) {
                    System.out.printf(Locale.ROOT, "| %d | %d | %.4f |%n", step, residentMegabytes(), loss);
                }
            }
        }
    }

    private static long residentMegabytes() throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
            if (line.startsWith("VmRSS:")) {
                return Long.parseLong(line.replaceAll("\\D", "")) >> 10;
            }
        }
        throw new IOException("/proc/self/status: expected a line with VmRSS, but there is none");
    }
}
