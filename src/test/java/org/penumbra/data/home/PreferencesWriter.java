package org.penumbra.data.home;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Another copy of the program: changes a file of preferences as often as it is told to, once a file "go" is there. */
final class PreferencesWriter {

    private PreferencesWriter() {}

    /** @param arguments folder, name, number of changes */
    public static void main(String[] arguments) throws InterruptedException {
        Path folder = Path.of(arguments[0]);
        PreferencesFile file = PreferencesFile.in(folder);
        System.err.write("ready\n".getBytes(StandardCharsets.US_ASCII), 0, 6);
        System.err.flush();
        while (!Files.exists(folder.resolve("go"))) {
            Thread.sleep(1);
        }
        for (int i = 0; i < Integer.parseInt(arguments[2]); i++) {
            file.change(Map.of(arguments[1] + "-" + i, Optional.of("x"), "both", Optional.of(arguments[1])));
        }
    }
}
