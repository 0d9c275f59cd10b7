package org.penumbra.command.fool;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.penumbra.command.console.OutputFolder;
import org.penumbra.command.console.ResultNames;
import org.penumbra.data.CsvTable;
import org.penumbra.fooling.FoolingSettings;
import org.penumbra.fooling.Trial;
import org.penumbra.fooling.Trial.Outcome;
import org.penumbra.net.image.ImageSettings;
import org.penumbra.paint.ArgbImage;
import org.penumbra.paint.PngFile;

/** Writes what an attack made: each trial's best image, all of them side by side, and a table. */
final class FoolPictures {

    /** All images: a column a target, a row a round of trials; framed where they fooled. */
    static final String SHEET = "trials.png";
    /** A row a trial. */
    static final String TABLE = "trials.csv";
    /** All names. */
    static final ResultNames NAMES = new ResultNames(
            "fool", Pattern.compile("trials\\.(png|csv)|trial-\\d{4,}-target-\\d+-(fooled|failed)\\.png"));

    private static final int SIDE = ImageSettings.SIDE;
    private static final int MOST_COLUMNS = 20;
    private static final int FRAME = 1;
    /** Pixels that an image takes in the picture of all, before that is enlarged. */
    static final int CELL = SIDE + 4;

    private static final int GROUND = 0xFF202020;
    private static final int FOOLED = 0xFFE69F00;
    private static final int SCALE = 2;

    private final OutputFolder folder;

    FoolPictures(OutputFolder folder) {
        this.folder = folder;
    }

    /** Writes everything, to be put in its place with the folder; the files in the order they were written. */
    List<Path> write(List<Trial> trials, FoolingSettings settings) {
        List<Path> files = new ArrayList<>();
        files.add(folder.write(
                SHEET, stream -> PngFile.write(sheet(trials, settings).scaled(SCALE), stream)));
        files.add(folder.writeText(TABLE, writer -> table(writer, trials)));
        for (Trial trial : trials) {
            String name = String.format(
                    Locale.ROOT,
                    "trial-%04d-target-%d-%s.png",
                    trial.number(),
                    trial.target(),
                    trial.outcome() == Outcome.FOOLED ? "fooled" : "failed");
            files.add(folder.write(name, stream -> PngFile.write(picture(trial.image()), stream)));
        }
        return files;
    }

    /** 784 numbers as grey. */
    private static ArgbImage picture(float[] image) {
        int[] argb = new int[SIDE * SIDE];
        Arrays.setAll(argb, i -> grey(image[i]));
        return new ArgbImage(argb, SIDE, SIDE);
    }

    private static int grey(float ink) {
        int value = Math.round(255 * Math.max(0, Math.min(1, ink)));
        return 0xFF000000 | value << 16 | value << 8 | value;
    }

    private static ArgbImage sheet(List<Trial> trials, FoolingSettings settings) {
        int columns = Math.min(
                trials.size(), Math.min(MOST_COLUMNS, settings.targets().size()));
        int rows = (trials.size() + columns - 1) / columns;
        int width = columns * CELL;
        int[] argb = new int[width * rows * CELL];
        Arrays.fill(argb, GROUND);
        for (int i = 0; i < trials.size(); i++) {
            Trial trial = trials.get(i);
            int corner = i / columns * CELL * width + i % columns * CELL + width + 1;
            if (trial.outcome() == Outcome.FOOLED) {
                fill(argb, width, corner, SIDE + 2 * FRAME);
            }
            for (int pixel = 0; pixel < SIDE * SIDE; pixel++) {
                argb[corner + (pixel / SIDE + FRAME) * width + pixel % SIDE + FRAME] = grey(trial.image()[pixel]);
            }
        }
        return new ArgbImage(argb, width, rows * CELL);
    }

    private static void fill(int[] argb, int width, int corner, int side) {
        for (int row = 0; row < side; row++) {
            Arrays.fill(argb, corner + row * width, corner + row * width + side, FOOLED);
        }
    }

    private static void table(Appendable target, List<Trial> trials) throws IOException {
        CsvTable table = new CsvTable(
                target, "trial", "target", "outcome", "steps", "best_score", "y", "confidence", "reconstruction_error");
        for (Trial trial : trials) {
            table.line(
                    trial.number(),
                    trial.target(),
                    trial.outcome().name().toLowerCase(Locale.ROOT),
                    trial.steps(),
                    number(trial.bestScore()),
                    number(trial.probability()),
                    number(trial.confidence()),
                    number(trial.error()));
        }
    }

    /** Nine digits that count; nothing where there is no number. */
    private static String number(double value) {
        return Double.isNaN(value) ? null : String.format(Locale.ROOT, "%.9g", value);
    }
}
