package org.penumbra.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class MachineMemoryTest {

    private static final MachineMemory MACHINE = new MachineMemory(2_000_000_000L, 8_000_000_000L);

    @Test
    void whatFitsIsTakenAndMuchIsToldOf() {
        MACHINE.require(new MemoryNeed(1_900_000_000L, 1_900_000_000L), "the work", "do less");
        assertEquals(Optional.empty(), MACHINE.warning(new MemoryNeed(1_900_000_000L, 0), "the work"));
        assertTrue(new MachineMemory(2_000_000_000L, 3_000_000_000L)
                .warning(new MemoryNeed(1_600_000_000L, 0), "the work")
                .isPresent());
        assertEquals(
                Optional.of("The work takes about 4.2 GB of memory, of the 8.0 GB that this machine has; close other "
                        + "programs if it becomes slow."),
                MACHINE.warning(new MemoryNeed(1_900_000_000L, 2_300_000_000L), "the work"));
    }

    @Test
    void whatTheMachineDoesNotHaveIsRefused() {
        assertRefused(
                "The work would take about 9.0 GB of memory, but this machine has 8.0 GB in all; do less",
                new MemoryNeed(1_000_000_000L, 8_000_000_000L));
    }

    @Test
    void whatJavaDoesNotGrantIsRefusedWithHowItWould() {
        assertRefused(
                "The work would take about 2.4 GB of memory that Java has to grant, but it may grant 2.0 GB only; do less, "
                        + "or give Java more with JAVA_OPTS=-Xmx3025m",
                new MemoryNeed(2_400_000_000L, 0));
        assertRefused(
                "The work would take about 4.0 GB of memory that Java has to grant, but it may grant 2.0 GB only; do less",
                new MemoryNeed(0, 4_000_000_000L));
        assertRefused(
                "The work would take about 250 MB of memory that Java has to grant, but it may grant 200 MB only; do less, "
                        + "or give Java more with JAVA_OPTS=-Xmx337m",
                new MemoryNeed(250_000_000, 0),
                new MachineMemory(200_000_000, 8_000_000_000L));
    }

    @Test
    void thisMachineHasSome() {
        MachineMemory here = MachineMemory.ofProcess();
        assertTrue(here.heap() > 50_000_000 && here.whole() > here.heap() / 4, here.toString());
    }

    private static void assertRefused(String message, MemoryNeed need) {
        assertRefused(message, need, MACHINE);
    }

    private static void assertRefused(String message, MemoryNeed need, MachineMemory machine) {
        MemoryProblem refused = assertThrows(MemoryProblem.class, () -> machine.require(need, "the work", "do less"));
        assertEquals(message, refused.getMessage());
        assertEquals(need, refused.need());
    }
}
