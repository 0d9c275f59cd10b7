package org.penumbra.view.experiments;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.penumbra.experiment.ExperimentKind;
import org.penumbra.experiment.ExperimentSettings;
import org.penumbra.kit.window.Demo;
import org.penumbra.live.engine.EngineStatus.State;
import org.penumbra.live.experiments.CellState.Phase;
import org.penumbra.live.experiments.ExperimentSession;
import org.penumbra.live.experiments.KeptCells;
import org.penumbra.view.data.DataSources;
import org.penumbra.view.data.ImageDataPart;
import org.penumbra.view.shell.LabEntry;

/**
 * Draws the experiments lab into pictures, to be looked at, with 180 cells whose figures are made up. Arguments: those of every
 * {@link Demo}, and "pictures=DIR", a folder for them.
 */
final class ExperimentsDemo extends Demo {

    private ExperimentsLab lab;

    private ExperimentsDemo(String... arguments) {
        super(arguments);
    }

    public static void main(String[] arguments) throws Exception {
        new ExperimentsDemo(arguments).run();
    }

    @Override
    protected boolean isInMemory() {
        return true;
    }

    @Override
    protected void open() throws Exception {
        Path folder = Files.createTempDirectory("penumbra-experiments-demo");
        List<ExperimentKind> kinds = List.of(new ExperimentKind(
                new WideExperiment(ExperimentSettings.USUAL, 0).about(), settings -> new WideExperiment(settings, 60)));
        KeptCells driver = new KeptCells(kinds, 2, () -> 1);
        fill(
                ImageDataPart.of(data(), DataSources.shipped()),
                new LabEntry(
                        "Experiments",
                        "",
                        context -> lab = new ExperimentsLab(
                                new ExperimentsLab.Parts(
                                        kinds, home -> new ExperimentSession(driver, home), folder, file -> {}),
                                context)));
    }

    @Override
    protected void perform() throws Exception {
        String name =
                String.format(Locale.ROOT, "x-lab-%s-%s-", value("size", "1280x800"), has("dark") ? "dark" : "light");
        await(() -> lab.model().frameProperty().get() != null);
        picture(name + "1-before");
        on(() -> {
            lab.model().press();
        });
        await(() -> lab.model().frameProperty().get().count(Phase.FINISHED) > 70);
        on(() -> {
            lab.model().press();
        });
        await(() -> lab.model().statusProperty().get().state() == State.PAUSED);
        on(() -> {
            CellGrid grid = lab.view().cells().grid();
            grid.requestFocus();
            for (KeyCode key : List.of(KeyCode.RIGHT, KeyCode.RIGHT, KeyCode.RIGHT, KeyCode.DOWN)) {
                grid.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, false, false, false));
            }
        });
        picture(name + "2-paused");
        on(() -> {
            lab.model().press();
        });
        await(() -> lab.model().statusProperty().get().state() == State.FINISHED);
        picture(name + "3-ended");
        end();
    }

    private void picture(String name) throws Exception {
        pause(1.2);
        write(Path.of(value("pictures", ".")).resolve(name + ".png"));
    }
}
