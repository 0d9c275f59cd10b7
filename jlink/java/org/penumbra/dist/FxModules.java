package org.penumbra.dist;

import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Makes modules for jlink out of JavaFX's jars. Maven Central has no others, and from a jar jlink takes native code as a mere
 * resource, which JavaFX then unpacks into the person's home at the first start; in a module of this form it is put where the
 * runtime's own native code is.
 *
 * @param machine whose native code is taken
 * @param jars    the program's
 */
record FxModules(Machine machine, List<Path> jars) {

    private static final String GRAPHICS = "javafx.graphics";
    private static final String MONOCLE = "openjfx-monocle-";
    private static final String STRANGE = "javafx-swt.jar";

    /** Whether a jar goes into the runtime and thus not beside the others. */
    static boolean isRuntime(Path jar) {
        String name = jar.getFileName().toString();
        return name.startsWith("javafx-") || name.startsWith(MONOCLE);
    }

    /**
     * Makes the modules.
     *
     * @param into a folder that is empty
     */
    void make(Path into) throws IOException {
        Files.createDirectories(into);
        for (Path jar : jars) {
            // Beside each jar of a system stands one without content.
            Optional<String> module =
                    jar.getFileName().toString().startsWith("javafx-") ? module(jar) : Optional.empty();
            if (module.isPresent()) {
                make(jar, module.get(), into);
            }
        }
    }

    private static Optional<String> module(Path jar) {
        return ModuleFinder.of(jar).findAll().stream()
                .map(ModuleReference::descriptor)
                .filter(module -> !module.isAutomatic())
                .map(module -> module.name())
                .findFirst();
    }

    private void make(Path jar, String module, Path into) throws IOException {
        Path parts = Files.createDirectories(into.resolve("parts").resolve(module));
        Path classes = Files.createDirectories(parts.resolve("classes"));
        Path libraries = Files.createDirectories(parts.resolve("libraries"));
        unpack(jar, classes, libraries);
        if (module.equals(GRAPHICS)) {
            // The screen in memory belongs to the same module: it is asked for by name from within.
            for (Path monocle : jars) {
                if (monocle.getFileName().toString().startsWith(MONOCLE)) {
                    unpack(monocle, classes, libraries);
                }
            }
        }
        Tools.run(
                "jmod",
                List.of(
                        "create",
                        "--class-path",
                        classes.toString(),
                        "--libs",
                        libraries.toString(),
                        into.resolve(module + ".jmod").toString()));
    }

    private void unpack(Path jar, Path classes, Path libraries) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
                ZipEntry entry = entries.nextElement();
                String name = entry.getName();
                if (entry.isDirectory() || name.startsWith("META-INF/") || name.equals(STRANGE)) {
                    continue;
                }
                Path root = machine.isLibrary(name) ? libraries : classes;
                Path target = root.resolve(name).normalize();
                if (!target.startsWith(root)) {
                    throw new IOException(jar + ": the entry " + name + " leads out of its folder");
                }
                Files.createDirectories(target.getParent());
                try (InputStream content = zip.getInputStream(entry)) {
                    Files.copy(content, target);
                }
            }
        }
    }

    /** Removes a folder with all that is in it, if it is there. */
    static void remove(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> all = new ArrayList<>();
        try (Stream<Path> found = Files.walk(folder)) {
            found.sorted(Comparator.reverseOrder()).forEach(all::add);
        }
        for (Path path : all) {
            Files.delete(path);
        }
    }
}
