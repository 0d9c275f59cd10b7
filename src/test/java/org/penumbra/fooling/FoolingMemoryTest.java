package org.penumbra.fooling;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.ref.Reference;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.penumbra.fooling.encoding.CppnEncoding;
import org.penumbra.fooling.encoding.DirectEncoding;
import org.penumbra.kit.UsedHeap;
import org.penumbra.net.image.ImageSettings;

/** What is reckoned for an attack, held against what it takes. */
@Timeout(120)
class FoolingMemoryTest {

    private static final int TRIALS = 300;

    static Stream<Attack> attacks() {
        return Stream.of(
                GradientAttack.paper(),
                GradientAttack.strong(),
                EvolutionAttack.of(new DirectEncoding()),
                EvolutionAttack.of(new CppnEncoding()));
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void whatIsReckonedIsTakenWithinAFactorOfTwo(Attack attack) throws InterruptedException {
        Hill hill = new Hill(ImageSettings.PIXELS, true, 1);
        FoolingSettings settings = new FoolingSettings(List.of(0, 1), TRIALS, 1, 5, 1);
        long before = UsedHeap.bytes();
        FoolingRun run = attack.start(hill, settings);
        run.step();
        run.step();
        List<Trial> trials = run.trials();
        double taken = UsedHeap.bytes() - before;
        Reference.reachabilityFence(run);
        Reference.reachabilityFence(trials);
        // The children that evolution looks at together are let go after each step; more than these there never are.
        double reckoned = reckoned(attack, TRIALS + EvolutionRun.CHUNK) - reckoned(attack, EvolutionRun.CHUNK);
        System.out.printf("%s: %d trials take %.1f MB, reckoned %.1f%n", attack, TRIALS, taken / 1e6, reckoned / 1e6);
        assertTrue(reckoned > 0.8 * taken && reckoned < 2.6 * taken, reckoned + " reckoned, taken " + taken);
    }

    private static double reckoned(Attack attack, int trials) {
        FoolingSettings settings = new FoolingSettings(List.of(0, 1), trials, 1, 5, 1);
        return FoolingMemory.of(attack, settings, ImageSettings.PIXELS).heap();
    }
}
