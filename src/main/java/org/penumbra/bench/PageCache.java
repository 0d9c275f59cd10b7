package org.penumbra.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** What the system remembers of files that were read; a start without it is a cold one, as after the machine was turned on. */
class PageCache {

    private static final Path SWITCH = Path.of("/proc/sys/vm/drop_caches");

    /**
     * Has the system forget it.
     *
     * @return why that cannot be done here; empty where it was done
     */
    Optional<String> drop() {
        if (!Files.isWritable(SWITCH)) {
            return Optional.of("only root can have Linux forget the files it has read, and no other system is asked");
        }
        try {
            // What was written and is not on the disk yet cannot be forgotten.
            int code = new ProcessBuilder("/bin/sh", "-c", "sync; echo 3 > " + SWITCH)
                    .start()
                    .waitFor();
            return code == 0 ? Optional.empty() : Optional.of("the system refuses to forget the files it has read");
        } catch (IOException refused) {
            return Optional.of(
                    "the system cannot be told to forget the files it has read (" + refused.getMessage() + ")");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Optional.of("the measurement was stopped");
        }
    }
}
