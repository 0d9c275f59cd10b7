package org.penumbra.dist;

import java.util.List;
import java.util.Locale;

/** The systems that images are built for, each on itself, as jlink and jpackage do not build for another. */
enum Machine {
    LINUX("penumbra", "png", "deb", List.of(".so")),
    WINDOWS("Penumbra", "ico", "msi", List.of(".dll")),
    MAC("Penumbra", "icns", "dmg", List.of(".dylib"));

    private final String program;
    private final String icon;
    private final String installer;
    private final List<String> libraries;

    Machine(String program, String icon, String installer, List<String> libraries) {
        this.program = program;
        this.icon = icon;
        this.installer = installer;
        this.libraries = libraries;
    }

    /** The one this runs on, by the name that Java gives it ("Linux", "Windows 11", "Mac OS X"). */
    static Machine of(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.startsWith("linux")) {
            return LINUX;
        }
        if (lower.startsWith("windows")) {
            return WINDOWS;
        }
        if (lower.startsWith("mac")) {
            return MAC;
        }
        throw new IllegalArgumentException(
                "an image is built on Linux, Windows or macOS, but this system is called \"" + name + "\"");
    }

    /** What the program is called: a command on Linux, a name in menus and folders elsewhere. */
    String program() {
        return program;
    }

    /** The ending of icons, without the dot. */
    String icon() {
        return icon;
    }

    /** The kind of installer, as jpackage names it; its file ends so, too. */
    String installer() {
        return installer;
    }

    /** Whether a file of this name is native code of this system. */
    boolean isLibrary(String name) {
        return libraries.stream().anyMatch(name::endsWith);
    }

    /** The folder that jpackage makes for a program. */
    String imageFolder() {
        return this == MAC ? program + ".app" : program;
    }

    /** Where the jars stand in the image. */
    String appFolder() {
        return switch (this) {
            case LINUX -> "lib/app";
            case WINDOWS -> "app";
            case MAC -> "Contents/app";
        };
    }

    /** What starts the program, in the image. */
    String launcher() {
        return switch (this) {
            case LINUX -> "bin/" + program;
            case WINDOWS -> program + ".exe";
            case MAC -> "Contents/MacOS/" + program;
        };
    }

    /**
     * The version as jpackage takes it: numbers alone, and on macOS none that begins with 0, which its tool refuses.
     *
     * @param version the program's, such as 0.1.0 or 1.2.0-SNAPSHOT
     */
    String version(String version) {
        String numbers = version.replaceFirst("-.*", "");
        if (!numbers.matches("\\d+(\\.\\d+){0,2}")) {
            throw new IllegalArgumentException(
                    "version: expected up to three numbers, as in 1.2.3, but got \"" + version + "\"");
        }
        return this == MAC && numbers.startsWith("0") ? "1" + numbers.substring(1) : numbers;
    }
}
