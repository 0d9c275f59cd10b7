package org.penumbra.net.stock;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.bytedeco.javacpp.Loader;
import org.penumbra.data.WholeFile;

/**
 * Whether DL4J is part of this installation, and the first use of it: then ND4J unpacks its native library, hundreds of
 * megabytes, into the folder for native code, once for each version. Whoever needs DL4J calls {@link #load} before, on a
 * thread that may wait for seconds, and may show {@link #unpacked} meanwhile from another.
 */
public final class Nd4jNatives {

    private static final String ND4J = "org.nd4j.linalg.factory.Nd4j";

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
                .or(() -> NativeLibrary.resource(loader()).isPresent()
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
     * nothing; one that comes meanwhile waits for the first.
     *
     * @throws Dl4jMissing  when DL4J is not part of this installation
     * @throws LinkageError when its native library cannot be unpacked or run here
     */
    public static synchronized void load() {
        require();
        NativeLibrary.resource(loader()).flatMap(NativeLibrary::of).ifPresent(Nd4jNatives::prepare);
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
        return NativeLibrary.resource(loader()).flatMap(NativeLibrary::of).flatMap(Nd4jNatives::unpacked);
    }

    private static void prepare(NativeLibrary library) {
        try {
            library.prepare();
        } catch (IOException e) {
            throw (LinkageError) new UnsatisfiedLinkError("ND4J's library cannot be unpacked into "
                            + library.file().getParent() + " (" + WholeFile.reason(e) + ")")
                    .initCause(e);
        }
    }

    private static Optional<Unpacked> unpacked(NativeLibrary library) {
        try {
            return Optional.of(new Unpacked(Math.min(library.unpacked(), library.size()), library.size()));
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    private static ClassLoader loader() {
        return Nd4jNatives.class.getClassLoader();
    }
}
