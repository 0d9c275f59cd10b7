package org.penumbra.detector.svm;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What a boundary is drawn round. */
public enum SvmScope {
    /** One boundary round each class. */
    CLASS,
    /** One boundary round all known inputs. */
    ALL;

    /** In files and on the command line. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** All of them, as files and the command line have them. */
    public static List<String> ids() {
        return Arrays.stream(values()).map(SvmScope::id).toList();
    }

    /** The one that is called so, which must exist. */
    public static SvmScope of(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT));
    }
}
