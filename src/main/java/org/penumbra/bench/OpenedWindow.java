package org.penumbra.bench;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.penumbra.data.home.DataHome;
import org.penumbra.preset.Preset;
import org.penumbra.view.PenumbraApplication;
import org.penumbra.view.data.DataSources;
import org.penumbra.view.data.ImageDataPart;
import org.penumbra.view.rings.RingsLab;
import org.penumbra.view.rings.RingsModel;
import org.penumbra.view.shell.Lab;
import org.penumbra.view.shell.MainWindow;
import org.penumbra.view.shell.MemoryPreferences;

/**
 * The program's window, opened by a tool. Its methods are called from any thread but the UI's and do their work there.
 */
class OpenedWindow implements AutoCloseable {

    private Stage stage;
    private MainWindow window;

    /**
     * Starts the toolkit, once in a process, and opens the window. It remembers nothing.
     *
     * @param preset what the rings lab shows
     * @param sized  gives the stage a size; where it does not, the window has the one it has at its first start
     */
    OpenedWindow(Preset preset, Consumer<Stage> sized) {
        try {
            Platform.startup(() -> {});
        } catch (RuntimeException | LinkageError e) {
            throw new IllegalStateException(
                    "the window can't be drawn here (" + e.getMessage()
                            + "). Start it with target/penumbra/bin/penumbra, which puts JavaFX on the class path; on a bare "
                            + "Debian install libpangoft2-1.0-0 too, and for a window on a display libgtk-3-0.",
                    e);
        }
        Platform.setImplicitExit(false);
        onUiThread(() -> {
            stage = new Stage();
            sized.accept(stage);
            window = new MainWindow(
                    stage,
                    PenumbraApplication.labs(preset),
                    ImageDataPart.of(DataHome.in(Path.of("data")), DataSources.shipped()),
                    new MemoryPreferences());
            stage.show();
            return null;
        });
    }

    /** Opens a lab by its name in the navigation; touch it on the UI thread. */
    <T extends Lab> T open(String name, Class<T> kind) {
        window.open(name);
        return kind.cast(window.lab());
    }

    /** The rings lab's state; touch it on the UI thread. */
    RingsModel model() {
        return ((RingsLab) window.lab()).model();
    }

    /** The stage; touch it on the UI thread. */
    Stage stage() {
        return stage;
    }

    /** Runs something on the UI thread and waits for its result. */
    <T> T onUiThread(Callable<T> work) {
        CompletableFuture<T> result = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                result.complete(work.call());
            } catch (Exception | Error e) {
                result.completeExceptionally(e);
            }
        });
        try {
            return result.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the window failed: " + e.getCause(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for the window", e);
        }
    }

    @Override
    public void close() {
        onUiThread(() -> {
            window.close();
            stage.hide();
            return null;
        });
        Platform.exit();
    }
}
