package org.penumbra.view.rings;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.penumbra.confidence.ConfidenceSettings;
import org.penumbra.confidence.FieldsCsv;
import org.penumbra.data.OutsideText;
import org.penumbra.data.plane.PointSet;
import org.penumbra.live.rings.AttackCsv;
import org.penumbra.live.rings.AttackFrame;
import org.penumbra.live.rings.RingsCsv;
import org.penumbra.live.rings.RingsFrame;
import org.penumbra.live.rings.compare.ComparedFrame;
import org.penumbra.live.rings.compare.Side;
import org.penumbra.paint.ArgbImage;
import org.penumbra.paint.PngFile;
import org.penumbra.view.lab.Exports;
import org.penumbra.view.rings.compare.ComparedFigures;
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

    /** The pictures of the detectors that are compared, into a folder. */
    void exportCompared() {
        ComparedFigures present = compared();
        if (nothingYet(present.frames().isEmpty(), "Choose a detector to compare with at the left.")) {
            return;
        }
        exports.askFolder("Export the compared detectors into a folder", present.names(), folder -> {
            ComparedFigures figures = compared();
            exports.write(folder, () -> write(figures, folder));
        });
    }

    private static void write(ComparedFigures figures, Path folder) throws IOException {
        List<ArgbImage> pictures = figures.draw();
        for (int i = 0; i < pictures.size(); i++) {
            PngFile.write(pictures.get(i), folder.resolve(figures.names().get(i)));
        }
    }

    /** All pictures in one file, two in a row: the four, and those of the detectors that are compared. */
    void exportAll() {
        if (nothingYet(model.frameProperty().get() == null)) {
            return;
        }
        exports.ask("Export all in one picture", Exports.PNG, "all").ifPresent(target -> {
            FieldFigures figures = figures();
            ComparedFigures others = compared();
            exports.write(target, () -> PngFile.write(figures.drawAll(others.draw()), target));
        });
    }

    /** All pictures, into a folder, under their usual names. */
    void exportPictures() {
        if (nothingYet(model.frameProperty().get() == null)) {
            return;
        }
        List<String> names = new ArrayList<>(
                Stream.of(Field.values()).map(RingsExports::pictureName).toList());
        names.addAll(compared().names());
        exports.askFolder("Export all pictures into a folder", names, folder -> {
            FieldFigures figures = figures();
            ComparedFigures others = compared();
            exports.write(folder, () -> {
                for (Field field : Field.values()) {
                    PngFile.write(figures.draw(field), folder.resolve(pictureName(field)));
                }
                write(others, folder);
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

    private String run() {
        return OutsideText.shown(model.presetProperty().get().title())
                + (model.modifiedProperty().get() ? " (changed)" : "") + ", seed "
                + model.setupProperty().get().seed();
    }

    private PointSet points(RingsFrame frame) {
        PointSet draft = heatmaps.draftProperty().get();
        return draft != null ? draft : frame.points();
    }

    /** What is seen of detectors at this moment; nothing without a frame. */
    private ComparedFigures compared() {
        RingsFrame frame = model.frameProperty().get();
        PlaneLook look = model.look();
        List<ComparedFrame> frames = new ArrayList<>();
        for (Side side : Side.values()) {
            model.compare().present(side).filter(seen -> frame != null).ifPresent(frames::add);
        }
        return new ComparedFigures(
                run(),
                frames,
                frame == null ? null : points(frame),
                look.pointsProperty().get(),
                look.contourProperty().get());
    }

    /** What is seen at this moment. */
    private FieldFigures figures() {
        RingsFrame frame = model.frameProperty().get();
        PlaneLook look = model.look();
        return new FieldFigures(
                run(),
                frame,
                model.confidenceProperty().get(),
                points(frame),
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
