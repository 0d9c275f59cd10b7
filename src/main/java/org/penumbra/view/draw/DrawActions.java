package org.penumbra.view.draw;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Node;
import org.penumbra.archive.DetectorFile;
import org.penumbra.data.Problem;
import org.penumbra.data.WholeFile;
import org.penumbra.paint.ArgbImage;
import org.penumbra.paint.PngFile;
import org.penumbra.view.draw.answer.Comparison;
import org.penumbra.view.draw.answer.DrawModel;
import org.penumbra.view.draw.answer.DrawSettings;
import org.penumbra.view.draw.answer.HistoryCsv;
import org.penumbra.view.draw.board.DetectorBoard;
import org.penumbra.view.draw.board.DetectorCsv;
import org.penumbra.view.draw.input.DigitInput;
import org.penumbra.view.lab.Exports;
import org.penumbra.view.lab.ModelOpening;
import org.penumbra.view.shell.FilePicker;
import org.penumbra.view.shell.LabContext;
import org.penumbra.view.shell.ModelEntry;
import org.penumbra.view.shell.message.FailureReports;
import org.penumbra.view.shell.message.Message;
import org.penumbra.view.widget.NodePicture;

/** Opening models and exporting. Files are read and written in the background; what goes wrong becomes a message. */
final class DrawActions {

    /** Pixels of the picture in a pixel of the window. */
    private static final int SCALE = 2;

    private static final FilePicker.Kind DETECTOR = new FilePicker.Kind("Detector", DetectorFile.ENDING.substring(1));

    private final DrawModel model;
    private final DetectorBoard board;
    private final LabContext context;
    private final Exports exports;
    private final ModelOpening opening;
    private final Supplier<List<DigitInput>> history;

    /** @param history the inputs that are kept, oldest first */
    DrawActions(DrawModel model, DetectorBoard board, LabContext context, Supplier<List<DigitInput>> history) {
        this.model = model;
        this.board = board;
        this.context = context;
        this.exports = new Exports(context);
        opening = new ModelOpening(context);
        this.history = history;
    }

    /** Asks for a file with a model, and hands the model over when it has been read. */
    void openModel(Consumer<ModelEntry> opened) {
        context.files().toOpen("Open a model", ModelOpening.KIND).ifPresent(file -> openModel(file, opened));
    }

    /** Opens the file of a model, and hands the model over when it has been read. */
    void openModel(Path file, Consumer<ModelEntry> opened) {
        opening.open(file, opened, this::refuse);
    }

    /** Asks for the file of a detector and opens it. */
    void openDetector() {
        context.files().toOpen("Open a detector", DETECTOR).ifPresent(this::openDetector);
    }

    /** Shows the detector of a file among those of the selected network. */
    void openDetector(Path file) {
        model.comparisonProperty().set(Comparison.DETECTORS);
        board.open(file, about -> {}, this::refuseDetector);
    }

    private void refuseDetector(Throwable problem) {
        if (problem instanceof Problem) {
            context.messages()
                    .show(Message.failure(
                            "The detector was not opened",
                            Problem.forWindow(problem),
                            new Message.Choice("Open another\u2026", this::openDetector)));
            return;
        }
        FailureReports.report(problem);
    }

    /** A picture of a node as it is seen now. */
    void exportPicture(Node shown) {
        if (nothingYet()) {
            return;
        }
        exports.ask("Export the whole answer", Exports.PNG, "answer").ifPresent(target -> {
            ArgbImage picture = NodePicture.of(shown, SCALE);
            exports.write(target, () -> PngFile.write(picture, target));
        });
    }

    /** A line for each input of the history and each model. */
    void exportVerdicts() {
        exportText("Export the verdicts of the history", "verdicts", HistoryCsv::verdicts);
    }

    /** y and y~ of every class, for each input of the history and each model. */
    void exportScores() {
        exportText("Export the scores of every class", "scores", HistoryCsv::scores);
    }

    /** A line for each input of the history and each detector of the selected network. */
    void exportDetectors() {
        List<DetectorCsv.Line> lines = inputs().stream()
                .flatMap(input -> model.answered().to(input).stream()
                        .map(answers -> new DetectorCsv.Line(
                                input.title(),
                                model.selectedProperty().get().entry().name(),
                                board.readings(answers))))
                .filter(line -> !line.readings().isEmpty())
                .toList();
        if (lines.isEmpty()) {
            exports.tellNothing("Compare detectors and draw something first.");
        } else {
            export("Export what the detectors say of the history", "detectors", () -> DetectorCsv.of(lines));
        }
    }

    private void exportText(String title, String name, BiFunction<List<HistoryCsv.Line>, DrawSettings, String> text) {
        if (nothingYet()) {
            return;
        }
        List<HistoryCsv.Line> lines = lines();
        DrawSettings settings = model.settingsProperty().get();
        export(title, name, () -> text.apply(lines, settings));
    }

    private void export(String title, String name, Supplier<String> text) {
        exports.ask(title, Exports.CSV, name)
                .ifPresent(target -> exports.write(
                        target,
                        () -> WholeFile.write(
                                target, stream -> stream.write(text.get().getBytes(StandardCharsets.UTF_8)))));
    }

    /** The history with its answers, and the present input where it is not in there. */
    private List<HistoryCsv.Line> lines() {
        return inputs().stream()
                .flatMap(input -> model.answered().to(input).stream()
                        .map(answers -> new HistoryCsv.Line(
                                input.title(), answers.frame().answers(), answers.names())))
                .toList();
    }

    private List<DigitInput> inputs() {
        List<DigitInput> inputs = new ArrayList<>(history.get());
        DigitInput present = model.inputProperty().get();
        if (present != null && inputs.stream().noneMatch(input -> input == present)) {
            inputs.add(present);
        }
        return inputs;
    }

    private boolean nothingYet() {
        boolean nothing = lines().isEmpty();
        if (nothing) {
            exports.tellNothing("Draw something first.");
        }
        return nothing;
    }

    private void refuse(Throwable problem) {
        if (problem instanceof Problem) {
            context.messages()
                    .show(Message.failure(
                            "The model was not opened",
                            Problem.forWindow(problem),
                            new Message.Choice("Open another\u2026", () -> openModel(model::add))));
            return;
        }
        FailureReports.report(problem);
    }
}
