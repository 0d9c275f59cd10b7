package org.penumbra.dist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.spi.ToolProvider;

/** Calls the JDK's tools and the program that was built with them. */
final class Tools {

    private Tools() {}

    /** Calls a tool of the JDK that this runs on: jmod, jlink or jpackage. */
    static void run(String tool, List<String> arguments) throws IOException {
        System.out.println("== " + tool + " " + String.join(" ", arguments));
        ToolProvider found = ToolProvider.findFirst(tool)
                .orElseThrow(() -> new IOException("the JDK in " + System.getProperty("java.home") + " has no " + tool
                        + "; an image is built with a whole JDK 17 or newer (on Debian openjdk-17-jdk-headless)"));
        int code = found.run(System.out, System.err, arguments.toArray(String[]::new));
        if (code != 0) {
            throw new IOException(tool + " ended with exit code " + code + "; its messages stand above");
        }
    }

    /**
     * Starts a program and waits for its end.
     *
     * @param environment added to that of this process
     * @param log         receives what it prints
     */
    static void run(List<String> command, Map<String, String> environment, Path log, long seconds)
            throws IOException, InterruptedException {
        System.out.println("== " + String.join(" ", command));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        boolean ended = process.waitFor(seconds, TimeUnit.SECONDS);
        if (!ended) {
            process.destroyForcibly();
        }
        if (!ended || process.exitValue() != 0) {
            throw new IOException(command.get(0)
                    + (ended ? " ended with exit code " + process.exitValue() : " did not end within " + seconds + " s")
                    + ". It said: " + Files.readString(log));
        }
    }
}
