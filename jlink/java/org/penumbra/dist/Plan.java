package org.penumbra.dist;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What is called with which arguments to make an image of the program and an installer of it. It calls nothing, so that the
 * arguments for all three systems can be looked at on one.
 *
 * @param machine the system
 * @param project the folder of pom.xml
 * @param work    the folder that all is made in
 * @param version the program's
 * @param options of the Java machine, as the start script gives them
 */
record Plan(Machine machine, Path project, Path work, String version, List<String> options) {

    /** What of the JDK the program and its libraries use, by jdeps and, where they ask by name, by trying. */
    static final List<String> JDK_MODULES = List.of(
            "java.base",
            "java.compiler",
            "java.datatransfer",
            "java.desktop",
            "java.instrument",
            "java.logging",
            "java.management",
            "java.naming",
            "java.net.http",
            "java.prefs",
            "java.sql",
            "java.xml",
            // What certificates of downloads are signed with.
            "jdk.crypto.ec",
            "jdk.management",
            // What weights and noise are drawn with; it is asked for by name.
            "jdk.random",
            "jdk.unsupported",
            "jdk.zipfs");

    static final List<String> JAVAFX_MODULES = List.of("javafx.controls", "javafx.swing");

    private static final String DESCRIPTION = "Shows where a neural network should not be trusted";
    private static final String MAKER = "Penumbra";
    /** The archive of loaded classes; without it, or with one of another place, the program starts, but more slowly. */
    static final String ARCHIVE = "penumbra.jsa";
    /** The names of the classes that it holds. */
    static final String CLASS_LIST = "penumbra.classes";

    Path modules() {
        return work.resolve("modules");
    }

    Path runtime() {
        return work.resolve("runtime");
    }

    Path input() {
        return work.resolve("input");
    }

    Path icon() {
        return work.resolve("icons").resolve("penumbra." + machine.icon());
    }

    Path associations() {
        return work.resolve("associations");
    }

    /** What jpackage takes instead of its own templates. */
    Path resources() {
        return work.resolve("resources");
    }

    Path image() {
        return work.resolve(machine.imageFolder());
    }

    Path app() {
        return image().resolve(machine.appFolder());
    }

    Path launcher() {
        return image().resolve(machine.launcher());
    }

    Path archive() {
        return app().resolve(ARCHIVE);
    }

    String mainJar() {
        return "penumbra-" + version + ".jar";
    }

    /** Makes the runtime: the JDK's modules and JavaFX's in one, compressed. */
    List<String> jlink() {
        List<String> modules = new ArrayList<>(JDK_MODULES);
        modules.addAll(JAVAFX_MODULES);
        return List.of(
                "--module-path",
                modules().toString(),
                "--add-modules",
                String.join(",", modules),
                "--compress=2",
                // Of the JDK and JavaFX alone, a tenth of the runtime; our own lines stay in every stack trace.
                "--strip-java-debug-attributes",
                "--no-header-files",
                "--no-man-pages",
                "--output",
                runtime().toString());
    }

    /** Makes the image: a folder that runs where there is no Java. */
    List<String> packImage() {
        List<String> arguments = new ArrayList<>(common("app-image"));
        arguments.addAll(program());
        return arguments;
    }

    /** Makes the installer. On macOS what kinds of files a program opens stands in the image, which is made anew for it. */
    List<String> packInstaller() {
        List<String> arguments = new ArrayList<>(common(machine.installer()));
        arguments.addAll(List.of(
                "--license-file", project.resolve("LICENSE").toString(),
                "--resource-dir", resources().toString()));
        for (Association association : Association.ALL) {
            arguments.addAll(List.of(
                    "--file-associations",
                    associations().resolve(association.file()).toString()));
        }
        arguments.addAll(
                switch (machine) {
                    case LINUX ->
                        List.of(
                                "--app-image",
                                image().toString(),
                                "--install-dir",
                                "/opt",
                                "--linux-package-name",
                                "penumbra",
                                "--linux-app-category",
                                "science",
                                // What a window needs and the runtime's own libraries do not name.
                                "--linux-package-deps",
                                "libgtk-3-0, libxtst6, libxxf86vm1, libgl1, libpangoft2-1.0-0, fontconfig",
                                "--linux-shortcut");
                    case WINDOWS ->
                        List.of(
                                "--app-image",
                                image().toString(),
                                "--win-per-user-install",
                                "--win-menu",
                                "--win-menu-group",
                                "Penumbra",
                                "--win-shortcut-prompt",
                                "--win-dir-chooser",
                                "--win-upgrade-uuid",
                                "5f0c5f3e-6d0b-4a55-9a53-8d7f3c1b70e2");
                    case MAC -> program();
                });
        return arguments;
    }

    private List<String> common(String type) {
        List<String> arguments = new ArrayList<>(List.of(
                "--type",
                type,
                "--name",
                machine.program(),
                "--app-version",
                machine.version(version),
                "--vendor",
                MAKER,
                "--description",
                DESCRIPTION,
                "--copyright",
                "Apache License 2.0",
                "--icon",
                icon().toString(),
                "--dest",
                work.toString()));
        if (machine == Machine.MAC) {
            arguments.addAll(List.of("--mac-package-identifier", "org.penumbra", "--mac-package-name", MAKER));
        }
        return arguments;
    }

    private List<String> program() {
        List<String> arguments = new ArrayList<>(List.of(
                "--input",
                input().toString(),
                "--main-jar",
                mainJar(),
                "--main-class",
                "org.penumbra.Penumbra",
                "--runtime-image",
                runtime().toString()));
        for (String option : javaOptions()) {
            arguments.addAll(List.of("--java-options", option));
        }
        return arguments;
    }

    /** Those of the start script, and the archive of classes. */
    List<String> javaOptions() {
        List<String> all = new ArrayList<>(options);
        all.add("-XX:SharedArchiveFile=$APPDIR/" + ARCHIVE);
        return all;
    }
}
