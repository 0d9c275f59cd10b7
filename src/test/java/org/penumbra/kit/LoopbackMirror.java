package org.penumbra.kit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.penumbra.data.image.ImageFile;

/** A mirror on this machine that behaves as badly as it is told to. */
public final class LoopbackMirror implements AutoCloseable {

    /** How a request is answered. */
    public interface Manners {
        void answer(LoopbackMirror mirror, HttpExchange exchange, byte[] file, int from)
                throws IOException, InterruptedException;
    }

    private final TinyImages tiny;
    private final Manners manners;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final List<String> requests = Collections.synchronizedList(new ArrayList<>());

    public LoopbackMirror(TinyImages tiny, Manners manners) throws IOException {
        this.tiny = tiny;
        this.manners = manners;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    /** Of the folder with the files. */
    public URI address() {
        return URI.create("http://" + server.getAddress().getAddress().getHostAddress() + ":"
                + server.getAddress().getPort() + "/data/");
    }

    /** What was asked for, "train-labels-idx1-ubyte.gz from 17". */
    public List<String> requests() {
        return List.copyOf(requests);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String name = exchange.getRequestURI().getPath().replaceFirst(".*/", "");
            String range = exchange.getRequestHeaders().getFirst("Range");
            int from = range == null ? 0 : Integer.parseInt(range.replaceAll("\\D", ""));
            requests.add(name + " from " + from);
            for (ImageFile file : ImageFile.values()) {
                if (name.equals(file.standardName() + ".gz")) {
                    manners.answer(this, exchange, tiny.packed(file), from);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** As it should be. */
    public static void well(LoopbackMirror mirror, HttpExchange exchange, byte[] file, int from) throws IOException {
        begin(exchange, file, from);
        exchange.getResponseBody().write(file, from, file.length - from);
    }

    /** Sends the whole file whatever was asked for. */
    public static void ignoringRanges(LoopbackMirror mirror, HttpExchange exchange, byte[] file, int from)
            throws IOException {
        exchange.sendResponseHeaders(200, file.length);
        exchange.getResponseBody().write(file);
    }

    /** Promises everything and ends the connection after some bytes. */
    public static Manners breakingOffAfter(int bytes) {
        return (mirror, exchange, file, from) -> {
            begin(exchange, file, from);
            int left = Math.min(bytes, file.length - from);
            exchange.getResponseBody().write(file, from, left);
            exchange.getResponseBody().flush();
        };
    }

    /** Sends a code and nothing else. */
    public static Manners answering(int code) {
        return (mirror, exchange, file, from) -> exchange.sendResponseHeaders(code, -1);
    }

    /** Sends some bytes, then nothing until the test ends. */
    public static Manners stallingAfter(int bytes) {
        return (mirror, exchange, file, from) -> {
            breakingOffAfter(bytes).answer(mirror, exchange, file, from);
            mirror.stall();
        };
    }

    public static void begin(HttpExchange exchange, byte[] file, int from) throws IOException {
        if (from >= file.length) {
            exchange.sendResponseHeaders(416, -1);
            return;
        }
        if (from > 0) {
            exchange.getResponseHeaders()
                    .set("Content-Range", "bytes " + from + "-" + (file.length - 1) + "/" + file.length);
        }
        exchange.sendResponseHeaders(from > 0 ? 206 : 200, file.length - from);
    }

    /** Waits, in a server's thread, until the test ends. */
    public void stall() throws InterruptedException {
        closing.await(20, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
        try {
            threads.awaitTermination(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }
}
