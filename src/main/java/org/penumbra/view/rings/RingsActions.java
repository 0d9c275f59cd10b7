package org.penumbra.view.rings;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.penumbra.confidence.ConfidenceSettings;
import org.penumbra.confidence.FieldsCsv;
import org.penumbra.data.Problem;
import org.penumbra.live.rings.AttackCsv;
import org.penumbra.live.rings.AttackFrame;
import org.penumbra.live.rings.RingsCsv;
import org.penumbra.live.rings.RingsFrame;
import org.penumbra.paint.ArgbImage;
import org.penumbra.paint.PngFile;
import org.penumbra.preset.Preset;
import org.penumbra.preset.PresetFile;
import org.penumbra.preset.Presets;
import org.penumbra.view.shell.FilePicker;
import org.penumbra.view.shell.LabContext;
import org.penumbra.view.shell.Message;

/**
 * Opening, saving and exporting. Files are read and written in the background; whatever goes wrong becomes a message
 * and changes nothing.
 */
public final class RingsActions {

    private static final FilePicker.Kind PRESET = new FilePicker.Kind("Preset", "json");
    private static final FilePicker.Kind PNG = new FilePicker.Kind("PNG picture", "png");
    private static final FilePicker.Kind CSV = new FilePicker.Kind("Comma-separated values", "csv");
    /** A cell of a picture becomes a square of so many pixels. */
    private static final int SCALE = 4;

    private final RingsModel model;
    private final HeatmapsPane heatmaps;
    private final LabContext context;
    private Path file;

    RingsActions(RingsModel model, HeatmapsPane heatmaps, LabContext context) {
        this.model = model;
        this.heatmaps = heatmaps;
        this.context = context;
    }

    /** Writes a file; runs in the background. */
    private interface Writing {
        void run() throws IOException;
    }

    /** Opens a preset that ships. */
    void open(Preset shipped) {
        file = null;
        model.open(shipped);
    }

    /** Opens the preset of that name, or of that file. */
    public void open(String nameOrFile) {
        context.background().run(() -> Presets.load(nameOrFile), this::open, this::refuse);
    }

    void openFile() {
        context.files().toOpen("Open a preset", PRESET).ifPresent(this::open);
    }

    void open(Path chosen) {
        context.background()
                .run(
                        () -> PresetFile.read(chosen),
                        preset -> {
                            file = chosen;
                            model.open(preset);
                        },
                        this::refuse);
    }

    void save() {
        if (file == null) {
            saveAs();
        } else {
            save(file);
        }
    }

    void saveAs() {
        context.files()
                .toSave("Save the preset", PRESET, model.presetProperty().get().name())
                .ifPresent(this::save);
    }

    private void save(Path target) {
        Preset opened = model.presetProperty().get();
        String name = stem(target);
        boolean same = name.equals(opened.name());
        Preset preset = model.toPreset(name, same ? opened.title() : name, same ? opened.description() : "");
        context.background()
                .run(
                        () -> {
                            PresetFile.write(preset, target);
                            return target;
                        },
                        written -> {
                            file = target;
                            model.saved(preset);
                            tellSaved(target);
                        },
                        this::refuse);
    }

    void exportPicture(Field field) {
        if (nothingYet(model.frameProperty().get() == null)) {
            return;
        }
        context.files()
                .toSave("Export " + field.title(), PNG, field.fileName())
                .ifPresent(target -> export(target, writing(field, target)));
    }

    /** All four pictures, into a folder, under their usual names. */
    void exportPictures() {
        if (nothingYet(model.frameProperty().get() == null)) {
            return;
        }
        context.files().folder("Export all pictures into a folder").ifPresent(folder -> {
            Map<Field, Writing> all = new EnumMap<>(Field.class);
            for (Field field : Field.values()) {
                all.put(field, writing(field, folder.resolve(field.fileName() + ".png")));
            }
            export(folder, () -> {
                for (Writing one : all.values()) {
                    one.run();
                }
            });
        });
    }

    void exportFields() {
        RingsFrame frame = model.frameProperty().get();
        ConfidenceSettings settings = model.confidenceProperty().get();
        if (nothingYet(frame == null)) {
            return;
        }
        context.files()
                .toSave("Export the numbers of every cell", CSV, "fields")
                .ifPresent(target ->
                        export(target, () -> FieldsCsv.write(target, frame.grid(), frame.response(), settings)));
    }

    void exportCurves() {
        var points = model.curve();
        if (nothingYet(points.isEmpty())) {
            return;
        }
        context.files()
                .toSave("Export the curves", CSV, "curves")
                .ifPresent(target -> export(target, () -> RingsCsv.write(target, points)));
    }

    void exportAttack() {
        AttackFrame attack = model.attack().frameProperty().get();
        if (nothingYet(attack == null, "Press F and click a place in a picture: the attack starts there.")) {
            return;
        }
        context.files()
                .toSave("Export the paths of the attack", CSV, "attack")
                .ifPresent(target -> export(target, () -> AttackCsv.write(target, attack)));
    }

    /** Takes the pixels now, so that the file shows what was seen when it was asked for. */
    private Writing writing(Field field, Path target) {
        int[] pixels = heatmaps.pixels(field);
        var grid = heatmaps.grid();
        return () -> PngFile.write(new ArgbImage(pixels, grid.columns(), grid.rows()).scaled(SCALE), target);
    }

    private void export(Path target, Writing writing) {
        context.background()
                .run(
                        () -> {
                            writing.run();
                            return target;
                        },
                        this::tellSaved,
                        problem -> refuse(target, problem));
    }

    private boolean nothingYet(boolean nothing) {
        return nothingYet(nothing, "Train a few steps first.");
    }

    private boolean nothingYet(boolean nothing, String remedy) {
        if (nothing) {
            context.messages()
                    .show(new Message(
                            Message.Kind.WARNING, "There is nothing to export yet", remedy, java.util.List.of()));
        }
        return nothing;
    }

    private void tellSaved(Path target) {
        context.messages().show(Message.note("Saved", target.toAbsolutePath().toString()));
    }

    private void refuse(Path target, Throwable problem) {
        context.messages()
                .show(
                        Message.failure(
                                "The export failed",
                                target + ": "
                                        + Optional.ofNullable(problem.getMessage())
                                                .orElse(problem.getClass().getSimpleName())
                                        + "\nCheck that the folder exists, may be written to and has room, or export elsewhere."));
    }

    private void refuse(Throwable problem) {
        if (!(problem instanceof Problem)) {
            Thread thread = Thread.currentThread();
            thread.getUncaughtExceptionHandler().uncaughtException(thread, problem);
            return;
        }
        context.messages().show(Message.failure("Nothing was opened or saved", problem.getMessage()));
    }

    private static String stem(Path target) {
        String name = target.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }
}
