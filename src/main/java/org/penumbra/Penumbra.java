package org.penumbra;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import javafx.application.Application;
import javafx.application.Platform;
import org.penumbra.bench.BenchCommands;
import org.penumbra.bench.MakersTools;
import org.penumbra.command.Commands;
import org.penumbra.command.FileArgument;
import org.penumbra.command.StartUp;
import org.penumbra.command.WindowTools;
import org.penumbra.command.console.Console;
import org.penumbra.command.console.NoDisplayException;
import org.penumbra.view.PenumbraApplication;

/** The entry point: without arguments it opens the window, otherwise it runs a command. */
public final class Penumbra {

    /** Held for good: a logger nobody holds is collected, and its filter with it. */
    private static final Logger JAVAFX = Logger.getLogger("javafx");

    private Penumbra() {}

    public static void main(String[] arguments) {
        startLog();
        StartUp.settle();
        // AWT only writes pictures here; with a screen of its own it quarrels with JavaFX about GTK.
        System.setProperty("java.awt.headless", "true");
        // Where JavaFX draws by software, its cache of backgrounds costs more than the backgrounds.
        System.setProperty("prism.disableRegionCaching", "true");
        // The program is meant to run from the class path, too.
        JAVAFX.setFilter(entry -> !entry.getMessage().startsWith("Unsupported JavaFX configuration"));
        Console console = Console.ofProcess();
        System.exit(Commands.run(
                () -> Commands.line(new Window(), BenchCommands.all(MakersTools.ofProgram(), console), console),
                console,
                FileArgument.spelledOut(arguments)));
    }

    /** Warnings, and what the program itself has to tell, on standard error; the window adds its file. */
    private static void startLog() {
        if (System.getProperty("java.util.logging.config.file") == null) {
            try (InputStream settings = Penumbra.class.getResourceAsStream("logging.properties")) {
                LogManager.getLogManager().readConfiguration(settings);
            } catch (IOException e) {
                throw new UncheckedIOException("the settings of the log cannot be read", e);
            }
        }
        Thread.setDefaultUncaughtExceptionHandler((thread, problem) -> Logger.getLogger(Penumbra.class.getName())
                .log(Level.SEVERE, "The thread " + thread.getName() + " ended unexpectedly", problem));
    }

    /** Lets commands reach the window without knowing its toolkit. */
    private static final class Window implements WindowTools {

        @Override
        public int openAsLeft(String usual, Path data) {
            return open(null, data);
        }

        @Override
        public int open(String preset, Path data) {
            return launch(PenumbraApplication.personsParameters(preset, data));
        }

        @Override
        public int openShared(String stateOrFile, Path data) {
            return launch(PenumbraApplication.opening(stateOrFile, data));
        }

        private static int launch(String... parameters) {
            requireDisplay();
            startToolkit();
            Application.launch(PenumbraApplication.class, parameters);
            return 0;
        }

        private static void requireDisplay() {
            boolean linux = System.getProperty("os.name").startsWith("Linux");
            boolean headlessOnPurpose = "Monocle".equals(System.getProperty("glass.platform"));
            if (linux && !headlessOnPurpose && unset("DISPLAY") && unset("WAYLAND_DISPLAY")) {
                throw new NoDisplayException("There is no display: neither DISPLAY nor WAYLAND_DISPLAY is set");
            }
        }

        private static boolean unset(String variable) {
            String value = System.getenv(variable);
            return value == null || value.isBlank();
        }

        /** On its own, before the application, so that what fails here is known to be the display's fault. */
        private static void startToolkit() {
            try {
                Platform.startup(() -> {});
            } catch (RuntimeException | LinkageError e) {
                throw new NoDisplayException(
                        "No window can be opened: its toolkit does not start (" + e.getMessage() + ")", e);
            }
        }
    }
}
