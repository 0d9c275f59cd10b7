package org.penumbra.dist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Class data sharing for the image: the classes of a start, read and checked once, in a file that is mapped into memory. What
 * a start loads is seen by starting the program on a screen in memory; what JavaFX has for real screens is put beside it.
 */
record ClassArchive(Plan plan) {

    private static final long SECONDS = 240;
    private static final String OPTIONS = "JAVA_TOOL_OPTIONS";
    /** A window in memory; it tells when it is there and when the rings begin, and ends. */
    private static final String START =
            "-Dglass.platform=Monocle -Dmonocle.platform=Headless -Dprism.order=sw -Dheadless.geometry=1600x1000-32"
                    + " -Dpenumbra.start=true";
    /** Of JavaFX, what a start on a real screen loads instead. */
    private static final List<String> SCREENS = List.of(
            "com/sun/glass/ui/gtk",
            "com/sun/glass/ui/win",
            "com/sun/glass/ui/mac",
            "com/sun/prism/es2",
            "com/sun/prism/d3d");

    /** Since this version of Java an archive may be moved together with its image. */
    private static final int MOVABLE = 19;

    /** Whether an archive still serves where the image has been put elsewhere. */
    static boolean isMovable() {
        return Runtime.version().feature() >= MOVABLE;
    }

    /** Starts the program once and writes down what it loaded. */
    void list() throws IOException, InterruptedException {
        Path list = plan.app().resolve(Plan.CLASS_LIST);
        Path unpacked = plan.work().resolve("native");
        Tools.run(
                List.of(plan.launcher().toString(), "--preset", "rings"),
                Map.of(
                        OPTIONS,
                        START + " -Xshare:off -XX:DumpLoadedClassList=" + list + " -Dorg.bytedeco.javacpp.cachedir="
                                + unpacked + " -Dpenumbra.preferences="
                                + plan.work().resolve("preferences") + " -Dpenumbra.log="
                                + plan.work().resolve("log")),
                plan.work().resolve("start.log"),
                SECONDS);
        FxModules.remove(unpacked);
        Set<String> lines = new LinkedHashSet<>(Files.readAllLines(list));
        for (String screen : SCREENS) {
            lines.addAll(classes("javafx.graphics", screen));
        }
        Files.write(list, lines);
    }

    private List<String> classes(String module, String packageName) throws IOException {
        Path there = plan.modules()
                .resolve("parts")
                .resolve(module)
                .resolve("classes")
                .resolve(packageName);
        if (!Files.isDirectory(there)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(there)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".class"))
                    .sorted()
                    .map(name -> packageName + "/" + name.replace(".class", ""))
                    .toList();
        }
    }

    /** Makes the archive for the image where it stands. */
    void make() throws IOException, InterruptedException {
        Files.deleteIfExists(plan.archive());
        Tools.run(
                List.of(plan.launcher().toString()),
                Map.of(
                        OPTIONS,
                        "-Xshare:dump -XX:SharedClassListFile=" + plan.app().resolve(Plan.CLASS_LIST)),
                plan.work().resolve("archive.log"),
                SECONDS);
        if (!Files.exists(plan.archive())) {
            throw new IOException(plan.archive() + " was not made. It was said: "
                    + Files.readString(plan.work().resolve("archive.log")));
        }
    }
}
