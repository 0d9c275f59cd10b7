package org.penumbra.view.data;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executors;
import javafx.animation.PauseTransition;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import javafx.util.Duration;
import org.penumbra.data.home.DataHome;
import org.penumbra.data.home.FetchPatience;
import org.penumbra.data.home.Mirrors;
import org.penumbra.data.image.KnownImages;
import org.penumbra.live.rings.AnalyticEngine;
import org.penumbra.paint.ArgbImage;
import org.penumbra.paint.PngFile;
import org.penumbra.preset.Presets;
import org.penumbra.view.rings.RingsLab;
import org.penumbra.view.shell.LabEntry;
import org.penumbra.view.shell.MainWindow;
import org.penumbra.view.shell.MemoryPreferences;

/**
 * Shows the sheet of image data with a slow mirror on this machine, to be looked at. Arguments: the data home, a folder
 * with mnist and fashion-mnist to serve, and maybe "dark", "open",
 * "verify" or "download" (as if it had been pressed for every data set), "none" (a mirror that has nothing),
 * "picture=FILE" (the window into a PNG file when there is something to see, then the end), "size=WIDTHxHEIGHT".
 */
final class DataDemo {

    private static final int BYTES_PER_SECOND = 1_500_000;
    private static final int PIECES_PER_SECOND = 50;

    private DataDemo() {}

    public static void main(String[] arguments) {
        System.setProperty("prism.disableRegionCaching", "true");
        Application.launch(Window.class, arguments);
    }

    /** The window itself. */
    public static final class Window extends Application {

        private HttpServer server;
        private MainWindow window;

        @Override
        public void start(Stage stage) throws IOException {
            List<String> wanted = getParameters().getRaw();
            serve(Path.of(wanted.get(1)), wanted.contains("none"));
            MemoryPreferences memory = new MemoryPreferences();
            memory.put("theme", wanted.contains("dark") ? "dark" : "light");
            LabEntry rings = new LabEntry(
                    "Rings", "", context -> new RingsLab(Presets.find("rings"), AnalyticEngine::new, context));
            window = new MainWindow(
                    stage,
                    List.of(rings),
                    ImageDataPart.of(
                            DataHome.ofProcess(wanted.get(0).equals("usual") ? null : Path.of(wanted.get(0))),
                            new DataSources(KnownImages.all(), this::mirror, FetchPatience.standard())),
                    memory);
            size(stage, value("size"));
            stage.setX(0);
            stage.setY(0);
            stage.show();
            if (wanted.contains("open")) {
                window.data().open();
            }
            DataModel model = ((ImageDataPart) window.data()).model();
            for (DataEntry entry : model.entries()) {
                if (wanted.contains("verify")) {
                    model.verify(entry);
                }
                entry.holdingProperty().addListener((observed, before, now) -> {
                    if (wanted.contains("download")
                            && !(before instanceof Holding.Missing)
                            && now instanceof Holding.Missing) {
                        Platform.runLater(() -> model.download(entry));
                    }
                });
            }
            if (!value("picture").isEmpty()) {
                picture(stage, model, Path.of(value("picture")));
            }
        }

        private String value(String key) {
            return getParameters().getRaw().stream()
                    .filter(one -> one.startsWith(key + "="))
                    .map(one -> one.substring(key.length() + 1))
                    .findFirst()
                    .orElse("");
        }

        private static void size(Stage stage, String size) {
            if (!size.isEmpty()) {
                stage.setWidth(Integer.parseInt(size.replaceAll("x.*", "")));
                stage.setHeight(Integer.parseInt(size.replaceAll(".*x", "")));
            }
        }

        private void picture(Stage stage, DataModel model, Path file) {
            PauseTransition wait = new PauseTransition(Duration.seconds(4));
            wait.setOnFinished(event -> {
                boolean arriving = getParameters().getRaw().contains("download")
                        && window.messages().shown().isEmpty();
                if (arriving
                        ? !(model.shareProperty().get() > 0.3)
                        : model.entries().stream()
                                .anyMatch(entry -> entry.workProperty().get() != Work.NONE)) {
                    wait.playFromStart();
                    return;
                }
                write(stage, file);
                Platform.exit();
            });
            wait.play();
        }

        private static void write(Stage stage, Path file) {
            WritableImage image = stage.getScene().snapshot(null);
            int width = (int) image.getWidth();
            int height = (int) image.getHeight();
            int[] pixels = new int[width * height];
            image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
            try {
                PngFile.write(new ArgbImage(pixels, width, height), file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void stop() {
            window.close();
            server.stop(0);
        }

        private Mirrors mirror(KnownImages known) {
            return new Mirrors(
                    List.of(URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/" + known.name())));
        }

        private void serve(Path folder, boolean none) throws IOException {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setExecutor(Executors.newCachedThreadPool(task -> {
                Thread thread = new Thread(task);
                thread.setDaemon(true);
                return thread;
            }));
            server.createContext("/", exchange -> {
                if (none) {
                    exchange.sendResponseHeaders(404, -1);
                    exchange.close();
                } else {
                    answer(
                            exchange,
                            Files.readAllBytes(folder.resolve(
                                    exchange.getRequestURI().getPath().substring(1))));
                }
            });
            server.start();
        }

        private static void answer(HttpExchange exchange, byte[] file) throws IOException {
            String range = exchange.getRequestHeaders().getFirst("Range");
            int from = range == null ? 0 : Integer.parseInt(range.replaceAll("\\D", ""));
            exchange.getResponseHeaders()
                    .set("Content-Range", "bytes " + from + "-" + (file.length - 1) + "/" + file.length);
            exchange.sendResponseHeaders(from > 0 ? 206 : 200, file.length - from);
            int piece = BYTES_PER_SECOND / PIECES_PER_SECOND;
            try (exchange) {
                for (int at = from; at < file.length; at += piece) {
                    exchange.getResponseBody().write(file, at, Math.min(piece, file.length - at));
                    exchange.getResponseBody().flush();
                    Thread.sleep(1000 / PIECES_PER_SECOND);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
