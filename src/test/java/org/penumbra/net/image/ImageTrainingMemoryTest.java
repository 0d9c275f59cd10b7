package org.penumbra.net.image;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.penumbra.data.MemoryNeed;
import org.penumbra.data.MemoryProblem;
import org.penumbra.data.image.BuiltInDigits;
import org.penumbra.data.image.ImageSet;
import org.penumbra.kit.UsedHeap;

/** What is reckoned against what is taken: right within a factor of 1.6 outside of the heap, and of 2 in it. */
@Timeout(120)
class ImageTrainingMemoryTest {

    private static final double FACTOR_BESIDE = 1.6;
    private static final double FACTOR_HEAP = 2;

    private static ImageTrainingSettings settings(int batch) {
        return new ImageTrainingSettings(1, 1e-3, LearningRateSchedule.CONSTANT, 0.1, 0, 5, 0.3, batch, 1, 0);
    }

    @ParameterizedTest
    @CsvSource({"CNN,512,1", "COOL,256,2", "DAE_SYM,512,2", "DAE_SYM,16,8", "DAE_ASYM,512,1"})
    void whatIsReckonedIsTaken(ImageArchitecture architecture, int batch, int lanes) throws InterruptedException {
        ImageSettings network = new ImageSettings(architecture, 10, 1);
        ImageSet images = new BuiltInDigits(64, 1, 1).make().training();
        MemoryNeed reckoned = ImageTrainingMemory.of(network, settings(batch), lanes);
        long heapBefore = UsedHeap.bytes();
        long besideBefore = Pointer.totalBytes();
        try (ImageTraining training = new ImageTraining(network, settings(batch), images, lanes)) {
            training.step();
            training.network().respond(new float[ImageSettings.PIXELS * 512], 512);
            assertNear("beside the heap", reckoned.beside(), Pointer.totalBytes() - besideBefore, FACTOR_BESIDE);
            assertNear("heap", reckoned.heap(), UsedHeap.bytes() - heapBefore, FACTOR_HEAP);
        }
    }

    private static void assertNear(String what, long reckoned, long taken, double factor) {
        assertTrue(
                reckoned < factor * taken && taken < factor * reckoned,
                what + ": reckoned " + reckoned + " bytes, taken " + taken);
    }

    /** 7000 lanes would take 80 GB or so; nothing of it is taken before that is known. */
    @Test
    void aRunThatTheMachineCannotHoldDoesNotBegin() {
        ImageSet images = new BuiltInDigits(64, 1, 1).make().training();
        ImageSettings network = new ImageSettings(ImageArchitecture.DAE_SYM, 10, 1);
        long before = Pointer.totalBytes();
        MemoryProblem refused =
                assertThrows(MemoryProblem.class, () -> new ImageTraining(network, settings(8192), images, 7000));
        assertTrue(
                refused.getMessage()
                        .startsWith("Training dae-sym with 8192 images a step in 7000 parts would take about "),
                refused.getMessage());
        assertTrue(Pointer.totalBytes() <= before, "native memory was taken");
    }
}
