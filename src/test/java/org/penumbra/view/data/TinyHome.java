package org.penumbra.view.data;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.penumbra.data.home.DataHome;
import org.penumbra.data.home.FetchPatience;
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
    private volatile URI mirror = URI.create("http://127.0.0.1:9/");

    TinyHome(Path folder) {
        this.folder = folder;
    }

    DataHome home() {
        return DataHome.in(folder);
    }

    DataSources sources() {
        return new DataSources(
                List.of(known),
                any -> new Mirrors(List.of(mirror)),
                new FetchPatience(
                        Duration.ofSeconds(5), Duration.ofSeconds(20), new LeastRate(1, Duration.ofMinutes(1)), 2));
    }

    /** Starts a mirror; the next download goes there. */
    LoopbackMirror mirror(LoopbackMirror.Manners manners) throws IOException {
        LoopbackMirror started = new LoopbackMirror(images, manners);
        mirror = started.address();
        return started;
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
