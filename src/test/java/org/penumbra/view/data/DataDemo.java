package org.penumbra.view.data;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executors;
import javafx.application.Platform;
import org.penumbra.data.home.FetchPatience;
import org.penumbra.data.home.Mirrors;
import org.penumbra.data.image.KnownImages;
import org.penumbra.kit.window.Demo;
import org.penumbra.live.rings.AnalyticEngine;
import org.penumbra.preset.Presets;
import org.penumbra.view.rings.RingsLab;
import org.penumbra.view.shell.LabEntry;

/**
 * Shows the sheet of image data with a slow mirror on this machine, to be looked at. Arguments: those of every {@link Demo},
 * "serve=DIR" (a folder with mnist and fashion-mnist to serve) or "none" (a mirror that has nothing), and maybe "open",
 * "verify" or "download" (as if it had been pressed for every data set). A picture is written when there is something to
 * see.
 */
final class DataDemo extends Demo {

    private static final int BYTES_PER_SECOND = 1_500_000;
    private static final int PIECES_PER_SECOND = 50;

    private HttpServer server;

    private DataDemo(String... arguments) {
        super(arguments);
    }

    public static void main(String[] arguments) throws Exception {
        new DataDemo(arguments).run();
    }

    @Override
    protected void open() throws IOException {
        serve(Path.of(value("serve", "")), has("none"));
        fill(
                ImageDataPart.of(data(), new DataSources(KnownImages.all(), this::mirror, FetchPatience.standard())),
                new LabEntry(
                        "Rings", "", context -> new RingsLab(Presets.find("rings"), AnalyticEngine::new, context)));
    }

    @Override
    protected void shown() {
        if (has("open")) {
            window().data().open();
        }
        for (DataEntry entry : model().entries()) {
            if (has("verify")) {
                model().verify(entry);
            }
            entry.holdingProperty().addListener((observed, before, now) -> {
                if (has("download") && !(before instanceof Holding.Missing) && now instanceof Holding.Missing) {
                    Platform.runLater(() -> model().download(entry));
                }
            });
        }
    }

    private DataModel model() {
        return ((ImageDataPart) window().data()).model();
    }

    @Override
    protected boolean isSettled() {
        boolean arriving = has("download") && window().messages().shown().isEmpty();
        return arriving
                ? model().shareProperty().get() > 0.3
                : model().entries().stream()
                        .allMatch(entry -> entry.workProperty().get() == Work.NONE);
    }

    @Override
    protected void close() {
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
