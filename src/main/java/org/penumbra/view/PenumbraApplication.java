package org.penumbra.view;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.penumbra.data.DataException;
import org.penumbra.data.Problem;
import org.penumbra.data.home.Choices;
import org.penumbra.data.home.DataHome;
import org.penumbra.data.home.JavaOptions;
import org.penumbra.data.home.LogFile;
import org.penumbra.data.home.PreferencesFile;
import org.penumbra.experiment.catalogue.Experiments;
import org.penumbra.live.draw.AnswerSession;
import org.penumbra.live.experiments.ExperimentSession;
import org.penumbra.live.experiments.KeptCells;
import org.penumbra.live.experiments.RunDriver;
import org.penumbra.live.fooling.FoolingSession;
import org.penumbra.live.rings.RingsEngine;
import org.penumbra.live.rings.RingsSession;
import org.penumbra.live.train.TrainingSession;
import org.penumbra.preset.ImagePresets;
import org.penumbra.preset.Preset;
import org.penumbra.preset.PresetException;
import org.penumbra.preset.Presets;
import org.penumbra.view.data.DataSources;
import org.penumbra.view.data.ImageDataPart;
import org.penumbra.view.draw.DrawLab;
import org.penumbra.view.experiments.ExperimentsLab;
import org.penumbra.view.fooling.FoolingLab;
import org.penumbra.view.rings.RingsLab;
import org.penumbra.view.shell.LabContext;
import org.penumbra.view.shell.LabEntry;
import org.penumbra.view.shell.MainWindow;
import org.penumbra.view.shell.message.Message;
import org.penumbra.view.shell.preference.EarlierPreferences;
import org.penumbra.view.shell.preference.KeptPreferences;
import org.penumbra.view.train.TrainLab;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The program with a window. Its parameters are {@code --preset NAME|FILE}, what the rings lab opens with,
 * {@code --open STATE|FILE}, what somebody has shared, and {@code --data DIR}, the only folder in which it looks for image data. Where one is wrong, the window opens all the same and says what is
 * wrong and what it took instead.
 */
public final class PenumbraApplication extends Application {

    private static final Logger LOG = LoggerFactory.getLogger(PenumbraApplication.class);

    private static final String RINGS = "Rings";
    private static final String FIRST_PRESET = "rings";
    private static final String FIRST_IMAGE_PRESET = "built-in-dae-sym";
    private static final String PRESET = "--preset";
    private static final String DATA = "--data";
    private static final String BEGIN = "--begin";
    private static final String OPEN = "--open";

    private final List<Message> problems = new ArrayList<>();
    /** Native code is loaded once the window is seen. */
    private final CountDownLatch drawn = new CountDownLatch(1);

    private Optional<LogFile> log = Optional.empty();
    private Optional<String> named = Optional.empty();
    private Optional<String> shared = Optional.empty();
    private Preset start;
    private DataHome home;
    private MainWindow window;
    private KeptPreferences preferences;

    /**
     * The parameters for a launch.
     *
     * @param preset name or file, or null for what the window showed last
     * @param data   the only folder of image data, or null for the usual places
     */
    public static String[] parameters(String preset, Path data) {
        List<String> parameters = new ArrayList<>();
        if (preset != null) {
            parameters.addAll(List.of(PRESET, preset));
        }
        if (data != null) {
            parameters.addAll(List.of(DATA, data.toString()));
        }
        return parameters.toArray(String[]::new);
    }

    /**
     * The same for the program as a person starts it: the rings begin to be learnt by themselves, as a network that learns
     * explains more at the first look than a button does.
     */
    public static String[] personsParameters(String preset, Path data) {
        List<String> parameters = new ArrayList<>(List.of(parameters(preset, data)));
        parameters.add(BEGIN);
        return parameters.toArray(String[]::new);
    }

    /**
     * The parameters for a launch with what was shared.
     *
     * @param stateOrFile a state as a text, or the file of a state, a model or a preset
     * @param data        the only folder of image data, or null for the usual places
     */
    public static String[] opening(String stateOrFile, Path data) {
        List<String> parameters = new ArrayList<>(List.of(parameters(null, data)));
        parameters.addAll(List.of(OPEN, stateOrFile));
        return parameters.toArray(String[]::new);
    }

    /** Opens the log, reads the preset and finds the image data before there is a window, off its thread. */
    @Override
    public void init() {
        log = LogFile.open();
        preferences = preferences();
        List<String> parameters = getParameters().getRaw();
        named = value(PRESET, parameters);
        shared = value(OPEN, parameters);
        try {
            start = Presets.load(named.orElse(FIRST_PRESET));
        } catch (PresetException wrong) {
            problems.add(Message.failure("The preset could not be opened", wrong.inWindow()));
            start = Presets.load(FIRST_PRESET);
        }
        home = home(value(DATA, parameters));
        home.named().flatMap(NamedFolder::problem).ifPresent(problems::add);
    }

    /** What was chosen in earlier starts; what is wrong with it is told when there is a window. */
    private KeptPreferences preferences() {
        PreferencesFile file = PreferencesFile.ofProcess();
        Choices found = file.open();
        found.problem()
                .ifPresent(
                        problem -> problems.add(Message.failure("The preferences could not be read", problem + ".")));
        List<String> wrong = JavaOptions.problems(found.values());
        if (!wrong.isEmpty()) {
            problems.add(Message.failure(
                    "A preference has no meaning",
                    "In " + file.path() + ", " + String.join("; ", wrong) + ". It counts as not chosen."));
        }
        KeptPreferences kept = new KeptPreferences(file, found, Platform::runLater, this::tellUnwritten);
        if (!found.found() && found.problem().isEmpty()) {
            EarlierPreferences.read().forEach(kept::put);
        }
        return kept;
    }

    private void tellUnwritten(Throwable problem) {
        window.messages().show(Message.failure("The preferences could not be kept", Problem.forWindow(problem)));
    }

    /** The usual places cannot be told where the environment or the platform is at odds; then a plain folder serves. */
    private DataHome home(Optional<String> named) {
        try {
            return DataHome.ofProcess(named.map(Path::of).orElse(null));
        } catch (DataException | InvalidPathException wrong) {
            Path plain = Path.of(System.getProperty("user.home"), "penumbra-data");
            problems.add(Message.failure(
                    "The folder of image data is not known",
                    Problem.forWindow(wrong) + ".\nUntil the next start image data are kept in " + plain + "."));
            return DataHome.in(plain);
        }
    }

    @Override
    public void start(Stage stage) {
        Optional<StartMarks> marks = StartMarks.wanted();
        window = new MainWindow(
                stage,
                labs(
                        start,
                        this::openInItsProgram,
                        (setup, grid, confidence) -> RingsSession.behind(drawn, setup, grid, confidence)),
                ImageDataPart.of(home, DataSources.shipped()),
                preferences);
        // Whoever names a preset wants to see it, whatever was open last.
        named.ifPresent(preset -> {
            window.open(RINGS);
            window.program().labNamed("The start named the preset " + preset + ", which goes before this.");
        });
        window.program().opener(this::openInItsProgram);
        problems.forEach(window.messages()::show);
        marks.ifPresent(told -> told.watch(stage));
        stage.show();
        DrawnStage.whenDrawn(stage, drawn::countDown);
        if (window.lab() instanceof RingsLab rings) {
            marks.ifPresent(told -> told.watch(rings.model()));
            if (getParameters().getRaw().contains(BEGIN) && shared.isEmpty()) {
                rings.model().play();
            }
        }
        shared.ifPresent(window.sharing()::take);
    }

    private void openInItsProgram(Path file) {
        getHostServices().showDocument(file.toUri().toString());
    }

    @Override
    public void stop() {
        // An engine that still waits for the window is to end with it.
        drawn.countDown();
        window.close();
        closePreferences();
        log.ifPresent(LogFile::close);
    }

    private void closePreferences() {
        try {
            preferences.close();
        } catch (DataException unwritten) {
            // There is no window any more that could tell it.
            LOG.error("The preferences could not be kept", unwritten);
        }
    }

    /** Every lab of the program, in the order of the navigation, for a window in which nobody opens other programs. */
    public static List<LabEntry> labs(Preset start) {
        return labs(start, file -> {}, RingsSession::new);
    }

    /**
     * @param opener opens a file in the program that the machine has for it
     * @param rings  starts the engine of the first lab
     */
    private static List<LabEntry> labs(Preset start, Consumer<Path> opener, RingsEngine.Factory rings) {
        return List.of(
                new LabEntry(
                        RINGS,
                        "A network learns points of the plane; see where it should not be trusted",
                        context -> new RingsLab(start, rings, context)),
                new LabEntry(
                        "Draw",
                        "Draw a digit, or anything else, and see which networks know that they do not know it",
                        context -> new DrawLab(AnswerSession::new, context),
                        true),
                new LabEntry(
                        "Train",
                        "An image network learns before your eyes; keep it and use it",
                        PenumbraApplication::train),
                new LabEntry(
                        "Fooling",
                        "Attack trained networks with images that show nothing; see which hold",
                        context -> new FoolingLab(FoolingSession::new, context)),
                new LabEntry(
                        "Experiments",
                        "Compute the paper's tables and figures anew, and see them beside the paper's",
                        context -> experiments(opener, context)));
    }

    private static ExperimentsLab experiments(Consumer<Path> opener, LabContext context) {
        RunDriver driver = new KeptCells(Experiments.ALL);
        return new ExperimentsLab(
                new ExperimentsLab.Parts(
                        Experiments.ALL,
                        data -> new ExperimentSession(driver, data),
                        Path.of(System.getProperty("user.home"), "penumbra-experiments"),
                        opener),
                context);
    }

    private static TrainLab train(LabContext context) {
        return new TrainLab(ImagePresets.load(FIRST_IMAGE_PRESET), TrainingSession::new, context);
    }

    /** What stands behind a parameter, as "--preset moons" or "--preset=moons"; empty text where nothing does. */
    private static Optional<String> value(String name, List<String> parameters) {
        for (int i = 0; i < parameters.size(); i++) {
            String parameter = parameters.get(i);
            if (parameter.startsWith(name + "=")) {
                return Optional.of(parameter.substring(name.length() + 1));
            }
            if (parameter.equals(name)) {
                return Optional.of(i + 1 < parameters.size() ? parameters.get(i + 1) : "");
            }
        }
        return Optional.empty();
    }
}
