package org.penumbra.view.experiments;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import org.penumbra.data.image.KnownImages;
import org.penumbra.experiment.report.Curves;
import org.penumbra.experiment.report.FigureTable;
import org.penumbra.experiment.report.Report;
import org.penumbra.experiment.report.ReportFiles;
import org.penumbra.experiment.report.ReportPart;
import org.penumbra.live.engine.EngineStatus.State;
import org.penumbra.live.experiments.ExperimentFrame;
import org.penumbra.live.experiments.ExperimentStatus;
import org.penumbra.view.lab.Exports;
import org.penumbra.view.lab.PlayedTime;
import org.penumbra.view.shell.LabContext;
import org.penumbra.view.shell.message.Message;

/** What a person can do in the experiments lab, with all that may go wrong: that becomes a message and changes nothing. */
final class ExperimentActions {

    private final ExperimentsModel model;
    private final LabContext context;
    private final Consumer<Path> opener;
    private final Exports exports;
    private final Map<String, ObservableValue<Boolean>> watched = new HashMap<>();

    /** @param opener opens a file in the program that the machine has for it */
    ExperimentActions(ExperimentsModel model, LabContext context, Consumer<Path> opener) {
        this.model = model;
        this.context = context;
        this.opener = opener;
        exports = new Exports(context);
    }

    /** Starts, pauses, or goes on. */
    void press() {
        model.press();
    }

    /** Ends the run, and asks before where the cells at work have taken more than a minute. */
    void cancel() {
        if (model.statusProperty().get().isUnderWay()) {
            context.losing(ofCancel(model.statusProperty().get()), model::cancel);
        }
    }

    /** What is lost when the run is cancelled; empty where it is less than a minute of work. */
    static String ofCancel(ExperimentStatus now) {
        Duration taken = Duration.ofMillis(Math.round(1000 * now.atStake()));
        return PlayedTime.isMuch(taken)
                ? "The cells at work have taken " + PlayedTime.words(taken)
                        + " so far and begin anew when the run goes on. " + "The " + now.step()
                        + " that are finished are kept in any case."
                : "";
    }

    /** What is lost when the window is closed; empty where nothing runs. */
    static String ofWindow(ExperimentStatus now) {
        if (!now.isUnderWay()) {
            return "";
        }
        String lost = ofCancel(now);
        return "The experiment is not finished: " + now.step() + " of " + now.cells()
                + " cells are, and they are kept. " + (lost.isEmpty() ? "" : lost + " ")
                + "Open its results later to go on with it.";
    }

    void chooseBase() {
        context.files().folder("A folder for results").ifPresent(model.draft().baseProperty()::set);
    }

    /** Shows what a run has left in a folder. */
    void openResults() {
        if (!model.statusProperty().get().isUnderWay()) {
            context.files().folder("A folder with the results of an experiment").ifPresent(model::open);
        }
    }

    /** Opens the report in the platform's program. */
    void openReport() {
        Optional<Path> folder = Optional.ofNullable(model.frameProperty().get()).flatMap(ExperimentFrame::folder);
        if (folder.isEmpty()) {
            tellNoReport();
            return;
        }
        Path report = folder.get().resolve(ReportFiles.TEXT).toAbsolutePath();
        context.background()
                .read(
                        report,
                        () -> Files.isRegularFile(report),
                        there -> {
                            if (there) {
                                opener.accept(report);
                                context.messages().show(Message.note("The report", report.toString()));
                            } else {
                                tellNoReport();
                            }
                        },
                        problem -> tellNoReport());
    }

    private void tellNoReport() {
        context.messages()
                .show(Message.warning(
                        "There is no report yet",
                        "It is written when a run ends or is cancelled; what is known so far is seen here."));
    }

    /** The files of the report as it is shown, into a folder. */
    void export() {
        ExperimentFrame frame = model.frameProperty().get();
        if (frame == null || model.statusProperty().get().step() == 0) {
            exports.tellNothing("Start the experiment, and wait for the first cell.");
            return;
        }
        Report report = frame.report();
        exports.askFolder(
                "Export the report into a folder",
                names(report),
                folder -> exports.write(folder, () -> ReportFiles.write(report, folder)));
    }

    /** What the files of a report are called. */
    static List<String> names(Report report) {
        List<String> names = new ArrayList<>(List.of(ReportFiles.TEXT));
        for (ReportPart part : report.parts()) {
            if (part instanceof FigureTable table) {
                names.add(table.id() + ".csv");
            } else if (part instanceof Curves curves) {
                names.addAll(List.of(curves.id() + ".csv", curves.id() + ".png"));
            }
        }
        return names;
    }

    /** What to say where a run has failed. */
    Optional<Message> failure(ExperimentStatus now) {
        if (now.state() != State.FAILED) {
            return Optional.empty();
        }
        if (now.missing().isPresent()) {
            KnownImages known = now.missing().get();
            waitFor(known);
            return Optional.of(Message.failure(
                    known.title() + " is missing",
                    now.message(),
                    new Message.Choice("Download\u2026", () -> context.data().open(known)),
                    new Message.Choice(
                            "Import a folder\u2026", () -> context.data().importFolder(known))));
        }
        return Optional.of(Message.failure("The experiment stopped", now.message()));
    }

    /** Starts by itself when the data set has come, if nothing else was chosen meanwhile. */
    private void waitFor(KnownImages known) {
        watched.computeIfAbsent(known.name(), name -> {
            ObservableValue<Boolean> here = context.data().here(known);
            here.addListener((observed, before, now) -> {
                ExperimentStatus status = model.statusProperty().get();
                if (now && status.state() == State.FAILED && status.missing().equals(Optional.of(known))) {
                    model.press();
                }
            });
            return here;
        });
    }
}
