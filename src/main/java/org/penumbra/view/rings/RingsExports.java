package org.penumbra.view.rings;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.penumbra.confidence.ConfidenceSettings;
import org.penumbra.confidence.FieldsCsv;
import org.penumbra.data.OutsideText;
import org.penumbra.live.rings.AttackCsv;
import org.penumbra.live.rings.AttackFrame;
import org.penumbra.live.rings.RingsCsv;
import org.penumbra.live.rings.RingsFrame;
import org.penumbra.paint.PngFile;
import org.penumbra.view.lab.Exports;
import org.penumbra.view.rings.field.Field;
import org.penumbra.view.rings.field.FieldFigures;
import org.penumbra.view.shell.LabContext;

/**
 * What the rings lab shows, as files. What is to be written is taken at once and written in the background; whatever goes
 * wrong becomes a message.
 */
public final class RingsExports {

    private final RingsModel model;
    private final HeatmapsPane heatmaps;
    private final Exports exports;

    RingsExports(RingsModel model, HeatmapsPane heatmaps, LabContext context) {
        this.model = model;
        this.heatmaps = heatmaps;
        this.exports = new Exports(context);
    }

    void exportPicture(Field field) {
        if (nothingYet(model.frameProperty().get() == null)) {
            return;
        }
        exports.ask("Export " + field.title(), Exports.PNG, field.fileName()).ifPresent(target -> {
            FieldFigures figures = figures();
            exports.write(target, () -> PngFile.write(figures.draw(field), target));
        });
    }

    /** All four pictures in one file, two above and two below. */
    void exportAll() {
        if (nothingYet(model.frameProperty().get() == null)) {
            return;
        }
        exports.ask("Export all four in one picture", Exports.PNG, "all").ifPresent(target -> {
            FieldFigures figures = figures();
            exports.write(target, () -> PngFile.write(figures.drawAll(), target));
        });
    }

    /** All four pictures, into a folder, under their usual names. */
    void exportPictures() {
        if (nothingYet(model.frameProperty().get() == null)) {
            return;
        }
        List<String> names =
                Stream.of(Field.values()).map(RingsExports::pictureName).toList();
        exports.askFolder("Export four pictures into a folder", names, folder -> {
            FieldFigures figures = figures();
            exports.write(folder, () -> {
                for (Field field : Field.values()) {
                    PngFile.write(figures.draw(field), folder.resolve(pictureName(field)));
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

    void tellSaved(Path target) {
        exports.tellSaved(target);
    }

    /** What is seen at this moment. */
    private FieldFigures figures() {
        RingsFrame frame = model.frameProperty().get();
        PlaneLook look = model.look();
        return new FieldFigures(
                OutsideText.shown(model.presetProperty().get().title())
                        + (model.modifiedProperty().get() ? " (changed)" : "") + ", seed "
                        + model.setupProperty().get().seed(),
                frame,
                model.confidenceProperty().get(),
                heatmaps.draftProperty().get() != null
                        ? heatmaps.draftProperty().get()
                        : frame.points(),
                look.pointsProperty().get(),
                look.contourProperty().get(),
                look.arrowsProperty().get(),
                model.attack().frameProperty().get());
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
}
