package org.penumbra.net.image;

import com.sun.jna.NativeLibrary;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.openblas.global.openblas_nolapack;

/** For which processor OpenBLAS computes in this process. */
final class OpenBlasKernels {

    private OpenBlasKernels() {}

    /** As OpenBLAS calls it, such as SkylakeX. JavaCPP has no method for it. */
    static String name() {
        // The library that JavaCPP loaded leads to OpenBLAS, on which it depends.
        return NativeLibrary.getInstance(Loader.load(openblas_nolapack.class))
                .getFunction("openblas_get_corename")
                .invokeString(new Object[0], false);
    }
}
