package org.penumbra.view.train;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.scene.Node;
import org.penumbra.live.train.TrainingFrame;
import org.penumbra.paint.ArgbImage;
import org.penumbra.paint.PngFile;
import org.penumbra.view.lab.Exports;
import org.penumbra.view.shell.LabContext;
import org.penumbra.view.widget.NodePicture;

/** What the training lab shows as files: its pictures as PNG, its numbers as CSV. */
final class TrainExports {

    /** Pixels of a picture for one of the window. */
    private static final double SCALE = 2;

    private final TrainModel model;
    private final Function<TrainPicture, Node> shown;
    private final Exports exports;

    /** @param shown where each picture is seen */
    TrainExports(TrainModel model, Function<TrainPicture, Node> shown, LabContext context) {
        this.model = model;
        this.shown = shown;
        exports = new Exports(context);
    }

    /** One picture as it is seen now. */
    void picture(TrainPicture which) {
        if (nothingYet(model.frameProperty().get() == null)) {
            return;
        }
        ArgbImage picture = picture(shown.apply(which));
        exports.ask("Export: " + which.title(), Exports.PNG, which.fileName())
                .ifPresent(target -> exports.write(target, () -> PngFile.write(picture, target)));
    }

    /** All pictures, into a folder, under their usual names. */
    void pictures() {
        if (nothingYet(model.frameProperty().get() == null)) {
            return;
        }
        Map<TrainPicture, ArgbImage> pictures = new EnumMap<>(TrainPicture.class);
        for (TrainPicture which : TrainPicture.values()) {
            pictures.put(which, picture(shown.apply(which)));
        }
        List<String> names =
                Stream.of(TrainPicture.values()).map(TrainExports::name).toList();
        exports.askFolder(
                "Export all pictures into a folder",
                names,
                folder -> exports.write(folder, () -> {
                    for (Map.Entry<TrainPicture, ArgbImage> one : pictures.entrySet()) {
                        PngFile.write(one.getValue(), folder.resolve(name(one.getKey())));
                    }
                }));
    }

    /** Every point of the present run and of those kept beside it. */
    void curves() {
        List<TrainCsv.Run> runs = runs();
        if (nothingYet(runs.isEmpty())) {
            return;
        }
        exports.ask("Export the curves", Exports.CSV, "curves")
                .ifPresent(target -> exports.write(target, () -> TrainCsv.curves(target, runs)));
    }

    private List<TrainCsv.Run> runs() {
        List<TrainCsv.Run> runs = new ArrayList<>();
        if (!model.curves().trained().isEmpty()) {
            runs.add(new TrainCsv.Run(
                    "now",
                    RunWords.all(model.setupProperty().get()),
                    List.copyOf(model.curves().trained().all())));
        }
        for (KeptRun run : model.curves().kept()) {
            runs.add(new TrainCsv.Run(run.letter(), RunWords.all(run.setup()), run.trained()));
        }
        return runs;
    }

    /** The confusion that is seen. */
    void confusion() {
        TrainingFrame frame = model.frameProperty().get();
        if (nothingYet(frame == null || frame.known().count() == 0)) {
            return;
        }
        List<String> classes = model.data().images().classes();
        exports.ask("Export the confusion", Exports.CSV, "confusion")
                .ifPresent(
                        target -> exports.write(target, () -> TrainCsv.confusion(target, frame.confusion(), classes)));
    }

    /** The errors and scores of the known and unknown images that are seen. */
    void samples() {
        TrainingFrame frame = model.frameProperty().get();
        if (nothingYet(frame == null || frame.known().count() + frame.unknown().count() == 0)) {
            return;
        }
        String unknown = model.data().unknown().title();
        exports.ask("Export the errors of known and unknown images", Exports.CSV, "known-unknown")
                .ifPresent(target -> exports.write(target, () -> TrainCsv.samples(target, frame, unknown)));
    }

    private static ArgbImage picture(Node node) {
        return NodePicture.of(node, SCALE);
    }

    private static String name(TrainPicture which) {
        return which.fileName() + ".png";
    }

    private boolean nothingYet(boolean nothing) {
        if (nothing) {
            exports.tellNothing("Train a few steps first.");
        }
        return nothing;
    }
}
