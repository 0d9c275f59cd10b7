package org.penumbra.data;

import java.io.IOException;
import java.util.Locale;

/** Says in words why reading or writing failed: the JDK often tells only by the name of the exception. */
public final class Reasons {

    private Reasons() {}

    /** For example "access denied: /data/mnist", on one line. */
    public static String of(Throwable e) {
        String type = e.getClass()
                .getSimpleName()
                .replaceAll("(Exception)$", "")
                .replaceAll("([a-z])([A-Z])", "$1 $2")
                .toLowerCase(Locale.ROOT);
        String message = e.getMessage();
        if (message == null || message.isBlank()) {
            return type;
        }
        String line = message.strip().replaceAll("\\s*\\R\\s*", " ");
        return e.getClass() == IOException.class ? line : type + ": " + line;
    }
}
