package org.penumbra.view.fooling;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.penumbra.archive.ModelFile;
import org.penumbra.live.fooling.FoolingCsv;
import org.penumbra.live.fooling.FoolingRecording;
import org.penumbra.live.fooling.KeyImage;
import org.penumbra.net.image.ImageSettings;
import org.penumbra.paint.ArgbImage;
import org.penumbra.paint.GifFile;
import org.penumbra.paint.PngFile;
import org.penumbra.view.lab.Exports;
import org.penumbra.view.shell.FilePicker;
import org.penumbra.view.shell.LabContext;

/**
 * Exporting, and opening victims. Files are written in the background from what the engine recorded; whatever goes wrong
 * becomes a message and changes nothing.
 */
final class FoolingActions {

    private static final FilePicker.Kind MODEL = new FilePicker.Kind("Penumbra model", ModelFile.ENDING.substring(1));
    /** How long a picture of the animation is shown, ms. */
    private static final int DELAY = 80;
    /** How often the last one is repeated, so that it can be looked at. */
    private static final int REST = 20;

    private final FoolingModel model;
    private final LabContext context;
    private final Exports exports;

    FoolingActions(FoolingModel model, LabContext context) {
        this.model = model;
        this.context = context;
        this.exports = new Exports(context);
    }

    /** Opens a model from a file and attacks it. @param instead of whom; null to add it */
    void openVictim(String instead) {
        context.files()
                .toOpen("Open a model", MODEL)
                .ifPresent(file -> model.victims().open(file, instead));
    }

    /** All victims' images as they stand, on one picture. */
    void exportPicture() {
        ask(
                () -> exports.ask("Export the images", Exports.PNG, "fooling"),
                target -> sheets(sheets -> () -> PngFile.write(sheets.last(), target)));
    }

    /** The images themselves, 28 x 28 pixels, a file each, into a folder. */
    void exportImages() {
        ask(
                () -> exports.askFolder("Export the images, 28 \u00d7 28, into a folder"),
                folder -> recording -> () -> images(recording, folder));
    }

    /** The whole way as an animation. */
    void exportAnimation() {
        ask(
                () -> exports.ask("Export the animation", Exports.GIF, "fooling"),
                target -> sheets(sheets -> () -> animate(sheets, target)));
    }

    /** A line for each victim and trial. */
    void exportTrials() {
        ask(
                () -> exports.ask("Export the trials", Exports.CSV, "trials"),
                target -> recording -> () -> FoolingCsv.write(target, recording));
    }

    private static void images(FoolingRecording recording, Path folder) throws IOException {
        for (int v = 0; v < recording.victims().size(); v++) {
            String name = recording.plan().victims().get(v).name().replaceAll("[^\\p{Alnum}._-]+", "-");
            List<List<KeyImage>> ways = recording.victims().get(v).images();
            for (int trial = 0; trial < ways.size(); trial++) {
                List<KeyImage> way = ways.get(trial);
                byte[] pixels = way.get(way.size() - 1).pixels();
                int[] argb = new int[pixels.length];
                for (int i = 0; i < argb.length; i++) {
                    argb[i] = 0xFF000000 | (pixels[i] & 0xFF) * 0x010101;
                }
                PngFile.write(
                        new ArgbImage(argb, ImageSettings.SIDE, ImageSettings.SIDE),
                        folder.resolve(
                                name + "-as-" + recording.plan().settings().target(trial) + ".png"));
            }
        }
    }

    private static void animate(FoolingSheets sheets, Path target) throws IOException {
        List<Integer> steps = sheets.steps();
        GifFile.write(target, DELAY, gif -> {
            for (int step : steps) {
                gif.add(sheets.sheet(step));
            }
            ArgbImage last = sheets.last();
            for (int i = 0; i < REST; i++) {
                gif.add(last);
            }
        });
    }

    private Function<FoolingRecording, Exports.Writing> sheets(Function<FoolingSheets, Exports.Writing> writing) {
        String unit = model.protocolProperty().get().unit();
        return recording -> writing.apply(new FoolingSheets(recording, unit));
    }

    /** Asks where to, then for the recording, then writes. */
    private void ask(
            Supplier<Optional<Path>> where, Function<Path, Function<FoolingRecording, Exports.Writing>> writing) {
        if (model.planProperty().get() == null || model.statusProperty().get().step() == 0) {
            exports.tellNothing("Press Play, or take a few steps first.");
            return;
        }
        where.get()
                .ifPresent(target -> model.record(
                        recording -> exports.write(target, writing.apply(target).apply(recording))));
    }
}
