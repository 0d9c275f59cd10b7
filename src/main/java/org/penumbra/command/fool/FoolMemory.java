package org.penumbra.command.fool;

import java.util.Optional;
import org.penumbra.data.MachineMemory;
import org.penumbra.data.MemoryNeed;
import org.penumbra.fooling.FoolingMemory;
import org.penumbra.net.image.ImageSettings;

/** What "penumbra fool" takes of the memory, reckoned before it begins: hours of an attack must not end in "no". */
final class FoolMemory {

    /** A pixel in the picture of all trials: once small, once enlarged to twice the side, once as it is encoded. */
    private static final long PIXEL = (1 + 4 + 4) * Integer.BYTES;

    private static final String LESSEN = "choose fewer with --trials";

    private FoolMemory() {}

    /** @param pictures whether they are written, all of them on one sheet besides */
    static MemoryNeed of(FoolPlan plan, boolean pictures) {
        long sheet = pictures ? PIXEL * FoolPictures.CELL * FoolPictures.CELL : 0;
        return FoolingMemory.ofPasses(Runtime.getRuntime().availableProcessors())
                .and(FoolingMemory.of(plan.attack(), plan.settings(), ImageSettings.PIXELS))
                .and(new MemoryNeed(sheet, 0).times(plan.settings().trials()));
    }

    /**
     * Refuses an attack that would take more than there is.
     *
     * @return what to tell of one that takes a good part of it
     * @throws org.penumbra.data.MemoryProblem naming what to lessen
     */
    static Optional<String> check(FoolPlan plan, boolean pictures, MachineMemory memory) {
        int trials = plan.settings().trials();
        String work = "an attack of " + trials + (trials == 1 ? " trial" : " trials")
                + (pictures ? ", with a picture of each," : "");
        MemoryNeed need = of(plan, pictures);
        memory.require(need, work, LESSEN + (pictures ? ", or leave out --out" : ""));
        return memory.warning(need, work);
    }
}
