package org.penumbra.view.fooling;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.application.Platform;
import org.penumbra.live.fooling.FoolingCsv;
import org.penumbra.live.fooling.FoolingPlan;
import org.penumbra.live.fooling.FoolingRecording;
import org.penumbra.paint.ArgbImage;
import org.penumbra.paint.GifFile;
import org.penumbra.paint.PngFile;
import org.penumbra.view.lab.Exports;
import org.penumbra.view.lab.ModelOpening;
import org.penumbra.view.shell.FilePicker;
import org.penumbra.view.shell.LabContext;

/**
 * Exporting, and opening victims. Files are written in the background from what the engine recorded; whatever goes wrong
 * becomes a message and changes nothing.
 */
final class FoolingActions {

    /** How long a picture of the animation is shown, ms. */
    private static final int DELAY = 80;
    /** How often the last one is repeated, so that it can be looked at. */
    private static final int REST = 20;

    private final FoolingModel model;
    private final LabContext context;
    private final Runnable kept;
    private final Exports exports;
    private final ModelOpening opening;

    /** @param kept called when what the present attack has come to stands in a file */
    FoolingActions(FoolingModel model, LabContext context, Runnable kept) {
        this.model = model;
        this.context = context;
        this.kept = kept;
        this.exports = new Exports(context);
        opening = new ModelOpening(context);
    }

    /** Opens a model from a file and attacks it. @param instead of whom; null to add it */
    void openVictim(String instead) {
        context.files()
                .toOpen("Open a model", ModelOpening.KIND)
                .ifPresent(file -> model.losing(() -> opening.open(
                        file,
                        entry -> model.victims().opened(entry, instead),
                        problem -> model.victims().refuse(problem))));
    }

    /** All victims' images as they stand, on one picture. */
    void exportPicture() {
        ask("Export the images", Exports.PNG, "fooling", sheets((sheets, file) -> PngFile.write(sheets.last(), file)));
    }

    /** The images themselves, 28 x 28 pixels, a file each, into a folder. */
    void exportImages() {
        if (nothingYet()) {
            return;
        }
        FoolingPlan plan = model.planProperty().get();
        exports.askFolder(
                "Export the images, 28 \u00d7 28, into a folder",
                FoolingImages.names(plan),
                folder -> record(folder, FoolingImages::write));
    }

    /** The whole way as an animation. */
    void exportAnimation() {
        ask("Export the animation", Exports.GIF, "fooling", sheets(FoolingActions::animate));
    }

    /** A line for each victim and trial. */
    void exportTrials() {
        ask("Export the trials", Exports.CSV, "trials", (recording, file) -> FoolingCsv.write(file, recording));
    }

    /** Writes a recording into a file or a folder. */
    @FunctionalInterface
    private interface Writing<T> {
        void write(T what, Path target) throws IOException;
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

    private static Writing<FoolingRecording> sheets(Writing<FoolingSheets> writing) {
        return (recording, target) -> writing.write(new FoolingSheets(recording), target);
    }

    /** Asks where to, then for the recording, then writes. */
    private void ask(String title, FilePicker.Kind kind, String name, Writing<FoolingRecording> writing) {
        if (!nothingYet()) {
            exports.ask(title, kind, name).ifPresent(file -> record(file, writing));
        }
    }

    private void record(Path target, Writing<FoolingRecording> writing) {
        Consumer<Exports.Writing> save = exports.announce(target);
        int generation = model.statusProperty().get().generation();
        model.record(
                recording -> save.accept(() -> {
                    writing.write(recording, target);
                    Platform.runLater(() -> written(generation));
                }),
                () -> save.accept(() -> {
                    throw new IOException("the attack ended before its images could be taken; restart it");
                }));
    }

    private void written(int generation) {
        if (model.statusProperty().get().generation() == generation) {
            kept.run();
        }
    }

    private boolean nothingYet() {
        boolean nothing = model.planProperty().get() == null
                || model.statusProperty().get().step() == 0;
        if (nothing) {
            exports.tellNothing("Press Play, or take a few steps first.");
        }
        return nothing;
    }
}
