package org.penumbra.net.stock;

import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.bytedeco.javacpp.Loader;

/**
 * Whether DL4J is part of this installation, and the first use of it: then ND4J unpacks its native library, hundreds of
 * megabytes, into the folder for native code, once for each version. Whoever needs DL4J calls {@link #load} before, on a
 * thread that may wait for seconds, and may show {@link #unpacked} meanwhile from another.
 */
public final class Nd4jNatives {

    private static final String ND4J = "org.nd4j.linalg.factory.Nd4j";
    private static final String LIBRARIES = "org/nd4j/linalg/cpu/nativecpu/bindings/";
    /** The builds of the library that there are for a platform; an installation has one of them. */
    private static final List<String> BUILDS =
            List.of("-onednn-avx2", "-onednn-avx512", "-onednn", "-avx2", "-avx512", "-compat", "");

    private static final List<Part> PARTS = List.of(
            new Part("org.deeplearning4j.nn.graph.ComputationGraph", "deeplearning4j-nn"),
            new Part(ND4J, "nd4j-api"),
            new Part("org.nd4j.linalg.cpu.nativecpu.CpuBackend", "nd4j-native"));

    private Nd4jNatives() {}

    /** A class that is not there unless the jar is. */
    private record Part(String name, String jar) {

        boolean isMissing() {
            return loader().getResource(name.replace('.', '/') + ".class") == null;
        }
    }

    /** The library: where it is unpacked to, and its size in bytes. */
    private record Library(Path file, long size) {}

    /**
     * How much of the native library is unpacked.
     *
     * @param bytes in the folder for native code now
     * @param all   of the whole library
     */
    public record Unpacked(long bytes, long all) {

        /** Whether nothing is left to unpack. */
        public boolean isWhole() {
            return bytes >= all;
        }
    }

    /**
     * What of DL4J is missing in this installation: one sentence, empty where nothing is. It looks for files on the class path
     * and loads none, in some milliseconds.
     */
    public static Optional<String> missing() {
        return PARTS.stream()
                .filter(Part::isMissing)
                .findFirst()
                .map(Part::jar)
                .or(() -> resource().isPresent()
                        ? Optional.empty()
                        : Optional.of("nd4j-native for " + Loader.getPlatform()))
                .map(jar -> "DL4J is not part of this installation: its jar " + jar + " is missing in the folder lib");
    }

    /**
     * Sees that DL4J is part of this installation.
     *
     * @throws Dl4jMissing when it is not
     */
    public static void require() {
        missing().ifPresent(what -> {
            throw new Dl4jMissing(what + ". All that does not name DL4J works without it.");
        });
    }

    /**
     * Loads ND4J; the first time it unpacks its library, which takes seconds. To be called before any class of DL4J is used,
     * by every user of it, never on a thread that must not wait. What is loaded stays loaded, so later calls cost next to
     * nothing.
     *
     * @throws Dl4jMissing  when DL4J is not part of this installation
     * @throws LinkageError when its native library cannot be unpacked or run here
     */
    public static void load() {
        require();
        try {
            Class.forName(ND4J, true, loader());
        } catch (ClassNotFoundException e) {
            throw new Dl4jMissing("DL4J is not part of this installation: " + e.getMessage() + " is missing.");
        }
    }

    /**
     * How much of the native library is in the folder for native code, for whoever shows it while another thread
     * {@linkplain #load loads}; empty where it is not known. It looks at one file.
     */
    public static Optional<Unpacked> unpacked() {
        return resource().flatMap(Nd4jNatives::library).flatMap(Nd4jNatives::unpacked);
    }

    private static Optional<Unpacked> unpacked(Library library) {
        try {
            long bytes = Files.exists(library.file()) ? Files.size(library.file()) : 0;
            return Optional.of(new Unpacked(Math.min(bytes, library.size()), library.size()));
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    private static Optional<URL> resource() {
        String name = System.mapLibraryName("nd4jcpu");
        return BUILDS.stream()
                .map(build -> loader().getResource(LIBRARIES + Loader.getPlatform() + build + "/" + name))
                .filter(found -> found != null)
                .findFirst();
    }

    /** JavaCPP unpacks an entry of a jar into a folder that is called as the jar, under the entry's own name. */
    private static Optional<Library> library(URL resource) {
        try {
            if (!(resource.openConnection() instanceof JarURLConnection connection)) {
                return Optional.empty();
            }
            String jar =
                    Path.of(connection.getJarFileURL().toURI()).getFileName().toString();
            Path file = Loader.getCacheDir().toPath().resolve(jar).resolve(connection.getEntryName());
            return Optional.of(new Library(file, connection.getContentLengthLong()));
        } catch (IOException | URISyntaxException | IllegalArgumentException unknown) {
            return Optional.empty();
        }
    }

    private static ClassLoader loader() {
        return Nd4jNatives.class.getClassLoader();
    }
}
