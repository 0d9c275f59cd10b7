package org.penumbra.view.rings;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.penumbra.data.Problem;
import org.penumbra.data.ShortName;
import org.penumbra.data.plane.FilePoints;
import org.penumbra.data.plane.PointsFile;
import org.penumbra.preset.Preset;
import org.penumbra.preset.PresetFile;
import org.penumbra.preset.Presets;
import org.penumbra.view.lab.LastAsked;
import org.penumbra.view.shell.FilePicker;
import org.penumbra.view.shell.LabContext;
import org.penumbra.view.shell.message.FailureReports;
import org.penumbra.view.shell.message.Message;

/**
 * Opening and saving presets, and opening points. Files are read and written in the background; whatever goes wrong becomes a message
 * and changes nothing.
 */
public final class RingsActions {

    private static final FilePicker.Kind PRESET =
            new FilePicker.Kind("Preset", "json", List.of(PresetFile.OWN_ENDING.substring(1)));
    private static final FilePicker.Kind POINTS =
            new FilePicker.Kind("Points as a table: x, y, class", "csv", List.of("tsv", "txt", "dat"));

    private final RingsModel model;
    private final SetupDraft draft;
    private final LabContext context;
    private final RingsExports exports;
    private final Consumer<Runnable> losing;
    private final LastAsked opened = new LastAsked();
    private final LastAsked saved = new LastAsked();
    private Path file;

    RingsActions(
            RingsModel model, SetupDraft draft, RingsExports exports, Consumer<Runnable> losing, LabContext context) {
        this.model = model;
        this.draft = draft;
        this.context = context;
        this.exports = exports;
        this.losing = losing;
    }

    /** Opens a preset that ships. */
    void open(Preset shipped) {
        opened.forget();
        show(shipped, null);
    }

    /** Shows a preset that was changed, then does the rest. @param kept what it was before */
    void setUp(Preset preset, Preset kept, Runnable rest) {
        opened.forget();
        losing.accept(() -> {
            saved.forget();
            file = null;
            model.open(preset, kept);
            rest.run();
        });
    }

    /** @param from its file, or null for one that ships */
    private void show(Preset preset, Path from) {
        losing.accept(() -> {
            saved.forget();
            file = from;
            model.open(preset);
        });
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

    void openPoints() {
        context.files().toOpen("Open points", POINTS).ifPresent(this::openPoints);
    }

    /** Trains on the points of a table: x, y and class in a line. */
    void openPoints(Path chosen) {
        context.background()
                .read(
                        chosen,
                        () -> PointsFile.read(chosen),
                        opened.only((FilePoints points) -> show(points, chosen)),
                        this::refuse);
    }

    private void show(FilePoints points, Path chosen) {
        losing.accept(() -> {
            draft.open(points.points());
            context.messages()
                    .show(Message.note("Points opened", chosen.getFileName() + ": " + points.summary() + "."));
        });
    }

    private void refuse(Throwable problem) {
        if (!(problem instanceof Problem)) {
            FailureReports.report(problem);
            return;
        }
        context.messages().show(Message.failure("Nothing was opened or saved", Problem.forWindow(problem)));
    }
}
