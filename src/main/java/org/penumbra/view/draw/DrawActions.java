package org.penumbra.view.draw;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Node;
import org.penumbra.archive.ModelFile;
import org.penumbra.data.Problem;
import org.penumbra.data.WholeFile;
import org.penumbra.paint.ArgbImage;
import org.penumbra.paint.PngFile;
import org.penumbra.view.draw.answer.DrawModel;
import org.penumbra.view.draw.answer.DrawSettings;
import org.penumbra.view.draw.answer.HistoryCsv;
import org.penumbra.view.draw.input.DigitInput;
import org.penumbra.view.lab.Exports;
import org.penumbra.view.shell.FilePicker;
import org.penumbra.view.shell.LabContext;
import org.penumbra.view.shell.ModelEntry;
import org.penumbra.view.shell.message.FailureReports;
import org.penumbra.view.shell.message.Message;
import org.penumbra.view.widget.NodePicture;

/** Opening models and exporting. Files are read and written in the background; what goes wrong becomes a message. */
final class DrawActions {

    private static final FilePicker.Kind MODEL = new FilePicker.Kind("Model", ModelFile.ENDING.substring(1));
    /** Pixels of the picture in a pixel of the window. */
    private static final int SCALE = 2;

    private final DrawModel model;
    private final LabContext context;
    private final Exports exports;
    private final Supplier<List<DigitInput>> history;

    /** @param history the inputs that are kept, oldest first */
    DrawActions(DrawModel model, LabContext context, Supplier<List<DigitInput>> history) {
        this.model = model;
        this.context = context;
        this.exports = new Exports(context);
        this.history = history;
    }

    /** Asks for a file with a model, and hands the model over when it has been read. */
    void openModel(Consumer<ModelEntry> opened) {
        context.files()
                .toOpen("Open a model", MODEL)
                .ifPresent(file -> context.models().open(file, opened, this::refuse));
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

    private void exportText(String title, String name, BiFunction<List<HistoryCsv.Line>, DrawSettings, String> text) {
        if (nothingYet()) {
            return;
        }
        List<HistoryCsv.Line> lines = lines();
        DrawSettings settings = model.settingsProperty().get();
        exports.ask(title, Exports.CSV, name)
                .ifPresent(target -> exports.write(
                        target,
                        () -> WholeFile.write(
                                target,
                                stream ->
                                        stream.write(text.apply(lines, settings).getBytes(StandardCharsets.UTF_8)))));
    }

    /** The history with its answers, and the present input where it is not in there. */
    private List<HistoryCsv.Line> lines() {
        List<DigitInput> inputs = new ArrayList<>(history.get());
        DigitInput present = model.inputProperty().get();
        if (present != null && inputs.stream().noneMatch(input -> input == present)) {
            inputs.add(present);
        }
        return inputs.stream()
                .flatMap(input -> model.answered().to(input).stream()
                        .map(answers -> new HistoryCsv.Line(
                                input.title(), answers.frame().answers(), answers.names())))
                .toList();
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
                            problem.getMessage(),
                            new Message.Choice("Open another\u2026", () -> openModel(model::add))));
            return;
        }
        FailureReports.report(problem);
    }
}
