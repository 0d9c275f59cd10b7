package org.penumbra.view.data;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.penumbra.data.home.DataHome;
import org.penumbra.data.home.FetchPatience;
import org.penumbra.data.home.FetchProgress;
import org.penumbra.data.home.FetchWatcher;
import org.penumbra.data.home.FolderNews;
import org.penumbra.data.home.ImageFetch;
import org.penumbra.data.home.LeastRate;
import org.penumbra.data.home.Mirrors;
import org.penumbra.data.image.KnownImages;
import org.penumbra.kit.LoopbackMirror;
import org.penumbra.kit.TinyImages;

/** A data home in a folder of the test, with one small data set and whatever mirror the test has just chosen. */
final class TinyHome {

    final TinyImages images = new TinyImages();
    final KnownImages known = images.known();
    final Path folder;
    private volatile List<URI> mirrors = List.of(URI.create("http://127.0.0.1:9/"));

    TinyHome(Path folder) {
        this.folder = folder;
    }

    DataHome home() {
        return DataHome.in(folder);
    }

    DataSources sources() {
        return new DataSources(
                List.of(known),
                any -> new Mirrors(mirrors),
                new FetchPatience(
                        Duration.ofSeconds(5), Duration.ofSeconds(20), new LeastRate(1, Duration.ofMinutes(1)), 2));
    }

    /** Starts a mirror; the next download goes there. */
    LoopbackMirror mirror(LoopbackMirror.Manners manners) throws IOException {
        LoopbackMirror started = new LoopbackMirror(images, manners);
        mirrors = List.of(started.address());
        return started;
    }

    /** Starts one mirror more, which the next download asks last. */
    LoopbackMirror nextMirror(LoopbackMirror.Manners manners) throws IOException {
        List<URI> before = mirrors;
        LoopbackMirror started = mirror(manners);
        mirrors = Stream.concat(before.stream(), mirrors.stream()).toList();
        return started;
    }

    /** A download of somebody else's that has the folder until it is closed; its mirror has fallen silent. */
    Stranger stranger() throws Exception {
        return new Stranger();
    }

    final class Stranger implements AutoCloseable {

        private final LoopbackMirror silent = new LoopbackMirror(images, LoopbackMirror.stallingAfter(700));
        private final CountDownLatch begun = new CountDownLatch(1);
        private final ExecutorService thread = Executors.newSingleThreadExecutor();
        private final Future<Boolean> fetching;
        private volatile boolean stop;

        private Stranger() throws Exception {
            fetching = thread.submit(() -> new ImageFetch(sources().patience())
                    .fetch(known, home(), new Mirrors(List.of(silent.address())), new FetchWatcher() {
                        @Override
                        public void progress(FetchProgress progress) {
                            begun.countDown();
                        }

                        @Override
                        public void tell(FolderNews news) {
                            throw new AssertionError(news.words());
                        }

                        @Override
                        public boolean stopRequested() {
                            return stop;
                        }
                    }));
            assertTrue(begun.await(60, TimeUnit.SECONDS));
        }

        @Override
        public void close() throws Exception {
            stop = true;
            assertFalse(fetching.get());
            thread.shutdownNow();
            silent.close();
        }
    }

    /** Where downloads and imports go. */
    Path place() {
        return folder.resolve("tiny");
    }

    /** The names of the files there, but that of the lock, which stays. */
    List<String> names() throws IOException {
        if (!Files.isDirectory(place())) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(place())) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.equals(".lock"))
                    .sorted()
                    .toList();
        }
    }
}
