package org.penumbra.detector.svm;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How a support vector machine compares two inputs u and v. */
public enum SvmKernel {
    /** {@code exp(-gamma |u - v|^2)}: 1 where they are the same, 0 where they are far from each other. */
    RBF,
    /** {@code u . v}: the machine's boundary is a plane. */
    LINEAR;

    /** In files and on the command line. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** All of them, as files and the command line have them. */
    public static List<String> ids() {
        return Arrays.stream(values()).map(SvmKernel::id).toList();
    }

    /** The one that is called so, which must exist. */
    public static SvmKernel of(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT));
    }
}
