package org.penumbra.view.rings;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.penumbra.confidence.ConfidenceSettings;
import org.penumbra.confidence.FieldsCsv;
import org.penumbra.data.Problem;
import org.penumbra.data.ShortName;
import org.penumbra.live.rings.AttackCsv;
import org.penumbra.live.rings.AttackFrame;
import org.penumbra.live.rings.RingsCsv;
import org.penumbra.live.rings.RingsFrame;
import org.penumbra.paint.ArgbImage;
import org.penumbra.paint.PngFile;
import org.penumbra.preset.Preset;
import org.penumbra.preset.PresetFile;
import org.penumbra.preset.Presets;
import org.penumbra.view.lab.Exports;
import org.penumbra.view.lab.LastAsked;
import org.penumbra.view.rings.field.Field;
import org.penumbra.view.shell.FilePicker;
import org.penumbra.view.shell.LabContext;
import org.penumbra.view.shell.message.FailureReports;
import org.penumbra.view.shell.message.Message;

/**
 * Opening, saving and exporting. Files are read and written in the background; whatever goes wrong becomes a message
 * and changes nothing.
 */
public final class RingsActions {

    private static final FilePicker.Kind PRESET = new FilePicker.Kind("Preset", "json");
    /** A cell of a picture becomes a square of so many pixels. */
    private static final int SCALE = 4;

    private final RingsModel model;
    private final HeatmapsPane heatmaps;
    private final LabContext context;
    private final Exports exports;
    private final LastAsked opened = new LastAsked();
    private final LastAsked saved = new LastAsked();
    private Path file;

    RingsActions(RingsModel model, HeatmapsPane heatmaps, LabContext context) {
        this.model = model;
        this.heatmaps = heatmaps;
        this.context = context;
        this.exports = new Exports(context);
    }

    /** Opens a preset that ships. */
    void open(Preset shipped) {
        opened.forget();
        show(shipped, null);
    }

    /** @param from its file, or null for one that ships */
    private void show(Preset preset, Path from) {
        saved.forget();
        file = from;
        model.open(preset);
    }

    /** Opens the preset of that name, or of that file. */
    public void open(String nameOrFile) {
        context.background()
                .run(() -> Presets.load(nameOrFile), opened.only((Preset preset) -> show(preset, null)), this::refuse);
    }

    void openFile() {
        context.files().toOpen("Open a preset", PRESET).ifPresent(this::open);
    }

    void open(Path chosen) {
        context.background()
                .read(
                        chosen,
                        () -> PresetFile.read(chosen),
                        opened.only((Preset preset) -> show(preset, chosen)),
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
        String name = ShortName.nearest(FilePicker.stem(target), opened.name());
        boolean same = name.equals(opened.name());
        Preset preset = model.toPreset(name, same ? opened.title() : name, same ? opened.description() : "");
        Consumer<Path> kept = saved.only(written -> {
            file = written;
            model.saved(preset);
        });
        context.saves()
                .write(
                        target,
                        () -> {
                            PresetFile.write(preset, target);
                            return target;
                        },
                        written -> {
                            kept.accept(written);
                            exports.tellSaved(written);
                        },
                        this::refuse);
    }

    void exportPicture(Field field) {
        if (nothingYet(model.frameProperty().get() == null)) {
            return;
        }
        exports.ask("Export " + field.title(), Exports.PNG, field.fileName())
                .ifPresent(target -> exports.write(target, writing(field, target)));
    }

    /** All four pictures, into a folder, under their usual names. */
    void exportPictures() {
        if (nothingYet(model.frameProperty().get() == null)) {
            return;
        }
        List<String> names =
                Stream.of(Field.values()).map(RingsActions::pictureName).toList();
        exports.askFolder("Export all pictures into a folder", names, folder -> {
            Map<Field, Exports.Writing> all = new EnumMap<>(Field.class);
            for (Field field : Field.values()) {
                all.put(field, writing(field, folder.resolve(pictureName(field))));
            }
            exports.write(folder, () -> {
                for (Exports.Writing one : all.values()) {
                    one.run();
                }
            });
        });
    }

    private static String pictureName(Field field) {
        return field.fileName() + ".png";
    }

    void exportFields() {
        RingsFrame frame = model.frameProperty().get();
        ConfidenceSettings settings = model.confidenceProperty().get();
        if (nothingYet(frame == null)) {
            return;
        }
        exports.ask("Export the numbers of every cell", Exports.CSV, "fields")
                .ifPresent(target ->
                        exports.write(target, () -> FieldsCsv.write(target, frame.grid(), frame.response(), settings)));
    }

    void exportCurves() {
        var points = model.curve();
        if (nothingYet(points.isEmpty())) {
            return;
        }
        exports.ask("Export the curves", Exports.CSV, "curves")
                .ifPresent(target -> exports.write(target, () -> RingsCsv.write(target, points)));
    }

    void exportAttack() {
        AttackFrame attack = model.attack().frameProperty().get();
        if (nothingYet(attack == null, "Press F and click a place in a picture: the attack starts there.")) {
            return;
        }
        exports.ask("Export the paths of the attack", Exports.CSV, "attack")
                .ifPresent(target -> exports.write(target, () -> AttackCsv.write(target, attack)));
    }

    /** Takes the pixels now, so that the file shows what was seen when it was asked for. */
    private Exports.Writing writing(Field field, Path target) {
        int[] pixels = heatmaps.pixels(field);
        var grid = heatmaps.grid();
        return () -> PngFile.write(new ArgbImage(pixels, grid.columns(), grid.rows()).scaled(SCALE), target);
    }

    private boolean nothingYet(boolean nothing) {
        return nothingYet(nothing, "Train a few steps first.");
    }

    private boolean nothingYet(boolean nothing, String remedy) {
        if (nothing) {
            exports.tellNothing(remedy);
        }
        return nothing;
    }

    private void refuse(Throwable problem) {
        if (!(problem instanceof Problem)) {
            FailureReports.report(problem);
            return;
        }
        context.messages().show(Message.failure("Nothing was opened or saved", Problem.forWindow(problem)));
    }
}
