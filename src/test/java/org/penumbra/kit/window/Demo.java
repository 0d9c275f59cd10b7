package org.penumbra.kit.window;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.penumbra.data.home.DataHome;
import org.penumbra.paint.ArgbImage;
import org.penumbra.paint.PngFile;
import org.penumbra.view.shell.DataPart;
import org.penumbra.view.shell.FontScale;
import org.penumbra.view.shell.LabEntry;
import org.penumbra.view.shell.MainWindow;
import org.penumbra.view.shell.MemoryPreferences;
import org.penumbra.view.shell.Theme;

/**
 * A program that shows a part of the window to be looked at. Its arguments are words and values, as in "dark" and
 * "size=1280x800". Every demo understands:
 *
 * <ul>
 *   <li>dark: the dark theme in place of the light one;
 *   <li>size=WIDTHxHEIGHT, px;
 *   <li>data=DIR: the only folder of image data, or data=usual for the usual places; without it there are none;
 *   <li>memory: draw on a screen that exists in memory alone, for a machine without a display;
 *   <li>picture=FILE: write the window into a PNG file when all that is wanted has come, and end;
 *   <li>wait=SECONDS: so long between two looks whether all has come, one second where it is not said.
 * </ul>
 *
 * Without a picture it shows the window until somebody closes it.
 */
public abstract class Demo {

    private static final String USUAL_SIZE = "1280x800";
    private static final String LARGEST_SIZE = "2560x1600";

    private final List<String> words;
    private Stage stage;
    private MainWindow window;

    /** @param arguments those of the program */
    protected Demo(String... arguments) {
        words = List.of(arguments);
    }

    /** Whether it draws on a screen that exists in memory alone. */
    protected boolean isInMemory() {
        return has("memory");
    }

    /** Fills the window; called on its thread, before it is shown. */
    protected abstract void open() throws Exception;

    /** What is to be done as soon as the window is shown, on its thread; nothing where a demo does not say. */
    protected void shown() {}

    /** Whether all that was asked for is to be seen; called on the window's thread. */
    protected boolean isSettled() {
        return true;
    }

    /**
     * What is done with the window, off its thread; where a demo does not say, a picture is written if one is wanted.
     * It is called once the window is shown.
     */
    protected void perform() throws Exception {
        String file = value("picture", "");
        if (!file.isEmpty()) {
            awaitSettled();
            write(Path.of(file));
            end();
        }
    }

    /** Ends what a demo has begun itself; called on the window's thread when it is closed. */
    protected void close() {}

    /** Starts the toolkit and shows the window; returns when the demo has done what it does with it. */
    public final void run() throws Exception {
        System.setProperty("prism.disableRegionCaching", "true");
        if (isInMemory()) {
            System.setProperty("glass.platform", "Monocle");
            System.setProperty("monocle.platform", "Headless");
            System.setProperty("prism.order", "sw");
            System.setProperty("headless.geometry", LARGEST_SIZE + "-32");
        }
        Platform.startup(() -> {});
        boolean done = false;
        try {
            on(this::show);
            perform();
            done = true;
        } finally {
            // The toolkit would go on for ever without a window that could be closed.
            if (!done) {
                Platform.exit();
            }
        }
    }

    private Void show() throws Exception {
        stage = new Stage();
        stage.addEventHandler(WindowEvent.WINDOW_HIDDEN, hidden -> closeAll());
        open();
        stage.setX(0);
        stage.setY(0);
        stage.show();
        shown();
        return null;
    }

    private void closeAll() {
        if (window != null) {
            window.close();
        }
        close();
    }

    /** Fills the window as the program does, with these labs of which the first is open. */
    protected final MainWindow fill(DataPart.Opener data, LabEntry... labs) {
        resize(value("size", USUAL_SIZE));
        MemoryPreferences memory = new MemoryPreferences();
        theme().remember(memory);
        window = new MainWindow(stage, List.of(labs), data, memory);
        return window;
    }

    /**
     * Fills the window with one part of it, in the program's colours, letters and style sheet.
     *
     * @param usual size where the arguments name none, as in "1000x800"
     */
    protected final void fill(Parent part, String usual) {
        String size = value("size", usual);
        Scene scene = new Scene(part, width(size), height(size));
        scene.getStylesheets().add(MainWindow.class.getResource("app.css").toExternalForm());
        FontScale.install(scene);
        theme().apply();
        stage.setScene(scene);
    }

    /** Changes the size of the window. */
    protected final void resize(String size) {
        stage.setWidth(width(size));
        stage.setHeight(height(size));
    }

    private static double width(String size) {
        return Double.parseDouble(size.replaceAll("x.*", ""));
    }

    private static double height(String size) {
        return Double.parseDouble(size.replaceAll(".*x", ""));
    }

    private Theme theme() {
        return has("dark") ? Theme.DARK : Theme.LIGHT;
    }

    /** The image data that the arguments name. */
    protected final DataHome data() {
        String named = value("data", "");
        if (named.isEmpty()) {
            return DataHome.in(Path.of("target", "no-data"));
        }
        return DataHome.ofProcess(named.equals("usual") ? null : Path.of(named));
    }

    /** Whether this word is among the arguments. */
    protected final boolean has(String word) {
        return words.contains(word);
    }

    /** What an argument "key=value" says, or something else where there is none. */
    protected final String value(String key, String otherwise) {
        return words.stream()
                .filter(word -> word.startsWith(key + "="))
                .map(word -> word.substring(key.length() + 1))
                .findFirst()
                .orElse(otherwise);
    }

    /** The stage; touch it on the window's thread. */
    protected final Stage stage() {
        return stage;
    }

    /** The whole window; touch it on its thread. */
    protected final MainWindow window() {
        return window;
    }

    /** Waits for some seconds; not on the window's thread. */
    protected static void pause(double seconds) throws InterruptedException {
        Thread.sleep(Math.round(1000 * seconds));
    }

    /** Waits until something holds, which is looked at on the window's thread ten times a second. */
    protected final void await(Callable<Boolean> condition) throws InterruptedException {
        while (!on(condition)) {
            pause(0.1);
        }
    }

    /** Waits until two looks in a row find all settled, so that the last of it has been drawn. */
    private void awaitSettled() throws InterruptedException {
        double seconds = Double.parseDouble(value("wait", "1"));
        int settled = 0;
        while (settled < 2) {
            pause(seconds);
            settled = on(this::isSettled) ? settled + 1 : 0;
        }
    }

    /** Does some work on the window's thread and waits for its result; not on that thread. */
    protected static <T> T on(Callable<T> work) {
        FutureTask<T> task = new FutureTask<>(work);
        Platform.runLater(task);
        try {
            return task.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the demo failed: " + e.getCause(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for the window", e);
        }
    }

    /** The same for work without a result. */
    protected static void on(Runnable work) {
        on(() -> {
            work.run();
            return null;
        });
    }

    /** Writes what the window shows at this moment into a PNG file; not on the window's thread. */
    protected final void write(Path file) throws IOException {
        PngFile.write(on(this::picture), file);
    }

    private ArgbImage picture() {
        Parent root = stage.getScene().getRoot();
        root.applyCss();
        root.layout();
        WritableImage image = stage.getScene().snapshot(null);
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        int[] pixels = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        return new ArgbImage(pixels, width, height);
    }

    /** Closes the window and ends the program; not on the window's thread. */
    protected final void end() {
        on(stage::hide);
        Platform.exit();
    }
}
