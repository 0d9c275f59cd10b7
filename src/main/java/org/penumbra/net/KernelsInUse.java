package org.penumbra.net;

import java.util.Optional;
import org.penumbra.net.layer.Kernels;

/**
 * Which kernels OpenBLAS computes with in this process, for a person who reports something.
 *
 * @param coreType the processor they were written for, as OpenBLAS calls it; empty where the library does not tell
 * @param fault    what is wrong with a product they computed; empty where it is right
 */
public record KernelsInUse(Optional<String> coreType, Optional<String> fault) {

    /** Those of this process. Loads the native library where nothing has, which takes a second or so the first time. */
    public static KernelsInUse ofProcess() {
        return new KernelsInUse(Kernels.coreType(), Kernels.fault());
    }

    /** "Haswell", with what is wrong behind it. */
    public String words() {
        return coreType.orElse("not told by the library")
                + fault.map(wrong -> " (" + wrong + ")").orElse("");
    }
}
