package org.penumbra.net.plane;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.penumbra.data.MemoryNeed;
import org.penumbra.data.plane.Moons;
import org.penumbra.kit.UsedHeap;
import org.penumbra.net.layer.Activation;

/** What is reckoned against what is taken: right within a factor of 2. */
@Timeout(120)
class PlaneTrainingMemoryTest {

    private static final double FACTOR = 2;

    @ParameterizedTest
    @CsvSource({"RELU,1024,512", "RELU,512,2048", "TANH,512,2048"})
    void whatIsReckonedIsTaken(Activation activation, int units, int batch) throws InterruptedException {
        PlaneSetup setup = new PlaneSetup(
                new Moons(1, 0.1),
                100,
                new DenseSettings(List.of(units, units), activation),
                new PlaneTrainingSettings(1e-3, 0.1, 1, batch),
                1);
        MemoryNeed reckoned = PlaneTrainingMemory.of(setup, 2);
        long heapBefore = UsedHeap.bytes();
        long besideBefore = Pointer.totalBytes();
        try (PlaneTraining training = new PlaneTraining(setup)) {
            training.step();
            assertNear("beside the heap", reckoned.beside(), Pointer.totalBytes() - besideBefore);
            assertNear("heap", reckoned.heap(), UsedHeap.bytes() - heapBefore);
        }
    }

    private static void assertNear(String what, long reckoned, long taken) {
        assertTrue(
                reckoned < FACTOR * taken && taken < FACTOR * reckoned,
                what + ": reckoned " + reckoned + " bytes, taken " + taken);
    }
}
