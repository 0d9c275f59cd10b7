package org.penumbra.command.fool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.penumbra.confidence.ConfidenceSettings;
import org.penumbra.data.MachineMemory;
import org.penumbra.data.MemoryProblem;
import org.penumbra.fooling.FoolingSettings;
import org.penumbra.fooling.GradientAttack;
import org.penumbra.kit.ImageModels;
import org.penumbra.net.image.ImageArchitecture;

/** An attack that the memory cannot hold is refused before it begins. */
class FoolMemoryTest {

    private static final MachineMemory SMALL = new MachineMemory(400_000_000, 8_000_000_000L);

    private static FoolPlan plan(int trials) {
        return new FoolPlan(
                "own",
                ImageModels.untrained(ImageArchitecture.CNN),
                "strong",
                GradientAttack.strong(),
                new FoolingSettings(List.of(3), trials, 0.9, 100, 1),
                new ConfidenceSettings(0, 0, 0.9),
                null,
                null);
    }

    @Test
    void tenThousandTrialsAreRefusedByASmallJavaWithWhatToDo() {
        MemoryProblem refused = assertThrows(MemoryProblem.class, () -> FoolMemory.check(plan(10_000), false, SMALL));
        assertTrue(
                refused.getMessage().startsWith("An attack of 10000 trials would take about ")
                        && refused.getMessage().contains("choose fewer with --trials, or give Java more"),
                refused.getMessage());
        refused = assertThrows(MemoryProblem.class, () -> FoolMemory.check(plan(5000), true, SMALL));
        assertTrue(refused.getMessage().contains("or leave out --out"), refused.getMessage());
    }

    @Test
    void theUsualTwoHundredTrialsAreNot() {
        assertEquals(Optional.empty(), FoolMemory.check(plan(200), true, SMALL));
    }

    @Test
    void whatTakesHalfOfTheMachineIsTold() {
        MachineMemory machine = new MachineMemory(4_000_000_000L, 1_200_000_000L);
        String told = FoolMemory.check(plan(10_000), true, machine).orElseThrow();
        assertTrue(told.startsWith("An attack of 10000 trials, with a picture of each, takes about "), told);
    }
}
