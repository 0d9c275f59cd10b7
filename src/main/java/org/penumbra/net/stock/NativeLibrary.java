package org.penumbra.net.stock;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bytedeco.javacpp.Loader;
import org.penumbra.data.WholeFile;
import org.tukaani.xz.XZInputStream;

/**
 * ND4J's native library in a jar on the class path, and where it is unpacked to. As its makers publish it, JavaCPP unpacks it.
 * In the program's folder it is packed by XZ, which takes half the room (decision 56), and is unpacked here.
 *
 * @param resource the entry of the jar
 * @param file     where it is unpacked to: a folder that is called as the jar, and below it the entry's own name
 * @param size     in bytes when unpacked
 */
record NativeLibrary(URL resource, Path file, long size) {

    private static final String FOLDER = "org/nd4j/linalg/cpu/nativecpu/bindings/";
    private static final String PACKED = ".xz";
    private static final String SIZE = ".size";
    /** Where JavaCPP looks for libraries that are not in jars. */
    private static final String PLACES = "org.bytedeco.javacpp.platform.preloadpath";
    /** The builds of the library that there are for a platform; an installation has one of them. */
    private static final List<String> BUILDS =
            List.of("-onednn-avx2", "-onednn-avx512", "-onednn", "-avx2", "-avx512", "-compat", "");

    /** The entry that holds it; empty where no jar of the class path has one. */
    static Optional<URL> resource(ClassLoader loader) {
        String name = System.mapLibraryName("nd4jcpu");
        return BUILDS.stream()
                .map(build -> FOLDER + Loader.getPlatform() + build + "/" + name)
                .flatMap(entry -> Stream.of(entry, entry + PACKED))
                .map(loader::getResource)
                .filter(found -> found != null)
                .findFirst();
    }

    /** The library of an entry; empty where that is none of a jar, or no folder for native code is to be had. */
    static Optional<NativeLibrary> of(URL resource) {
        try {
            if (!(resource.openConnection() instanceof JarURLConnection connection)) {
                return Optional.empty();
            }
            String jar =
                    Path.of(connection.getJarFileURL().toURI()).getFileName().toString();
            String entry = connection.getEntryName();
            boolean packed = entry.endsWith(PACKED);
            String name = packed ? entry.substring(0, entry.length() - PACKED.length()) : entry;
            Path file = Loader.getCacheDir().toPath().resolve(jar).resolve(name);
            long size = packed ? packedSize(resource) : connection.getContentLengthLong();
            return Optional.of(new NativeLibrary(resource, file, size));
        } catch (IOException | URISyntaxException | IllegalArgumentException unknown) {
            return Optional.empty();
        }
    }

    /** An XZ stream tells its size at its end only, so another entry holds it. */
    private static long packedSize(URL packed) throws IOException {
        String text = packed.toString();
        URL size = new URL(text.substring(0, text.length() - PACKED.length()) + SIZE);
        try (InputStream stream = size.openStream()) {
            return Long.parseLong(new String(stream.readAllBytes(), StandardCharsets.US_ASCII).strip());
        }
    }

    private boolean isPacked() {
        return resource.getPath().endsWith(PACKED);
    }

    /** How many of its bytes are unpacked by now. */
    long unpacked() throws IOException {
        if (Files.exists(file)) {
            return Files.size(file);
        }
        if (!Files.isDirectory(file.getParent())) {
            return 0;
        }
        // A file that is written whole has another name until it is.
        long most = 0;
        try (Stream<Path> files = Files.list(file.getParent())) {
            for (Path one : files.filter(this::isOnItsWay).toList()) {
                most = Math.max(most, Files.size(one));
            }
        }
        return most;
    }

    private boolean isOnItsWay(Path one) {
        return one.getFileName().toString().contains(file.getFileName().toString());
    }

    /**
     * Where the library is packed, unpacks it unless it was before, and tells JavaCPP where it lies; otherwise nothing, since
     * JavaCPP unpacks it. To be called before a class of ND4J is loaded.
     *
     * @throws IOException when it cannot be written or its jar is damaged
     */
    void prepare() throws IOException {
        if (!isPacked()) {
            return;
        }
        if (!Files.exists(file) || Files.size(file) != size) {
            Files.createDirectories(file.getParent());
            WholeFile.write(file, stream -> {
                try (InputStream packed = new XZInputStream(resource.openStream())) {
                    packed.transferTo(stream);
                }
            });
        }
        announce(file.getParent().toString());
    }

    private static void announce(String folder) {
        String known = System.getProperty(PLACES, "");
        if (List.of(known.split(Pattern.quote(File.pathSeparator))).contains(folder)) {
            return;
        }
        System.setProperty(PLACES, known.isEmpty() ? folder : folder + File.pathSeparator + known);
        Loader.loadProperties(true);
    }
}
