package org.penumbra.net.image;

import java.util.Map;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOps;
import org.nd4j.nativeblas.NativeOpsHolder;
import org.penumbra.net.Cores;
import org.penumbra.speed.Engine;

/** DL4J in this process. */
final class StockHost implements EngineHost {

    @Override
    public ImageEngine make(Engine engine, ImageWork work) {
        return new StockEngine(work);
    }

    @Override
    public void useAllCores() {
        int cores = Cores.count();
        // Its native operations may only be asked for once ND4J is there.
        int already = Nd4j.factory().blas().getMaxThreads();
        NativeOps operations = NativeOpsHolder.getInstance().getDeviceNativeOps();
        operations.setOmpNumThreads(cores);
        Nd4j.factory().blas().setMaxThreads(cores);
        if (operations.ompGetMaxThreads() != cores || Nd4j.factory().blas().getMaxThreads() != cores) {
            throw new IllegalStateException("ND4J: expected " + cores + " threads, but it has "
                    + operations.ompGetMaxThreads() + " and its BLAS, which had " + already + ", "
                    + Nd4j.factory().blas().getMaxThreads());
        }
    }

    @Override
    public Map<String, String> facts() {
        return Map.of(
                "DL4J's stock layers",
                "ND4J's " + Nd4j.getBackend().getClass().getSimpleName() + ", its products by "
                        + Nd4j.factory().blas().getBlasVendor());
    }
}
