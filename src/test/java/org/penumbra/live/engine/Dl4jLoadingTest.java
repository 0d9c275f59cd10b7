package org.penumbra.live.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.penumbra.net.stock.Nd4jNatives.Unpacked;

/** DL4J is loaded on a thread of its own, and whoever waits learns how far it is and what went wrong. */
@Timeout(30)
class Dl4jLoadingTest {

    @Test
    void waitingEndsInTimeAndAgainWhenItIsLoaded() throws InterruptedException {
        CountDownLatch unpacked = new CountDownLatch(1);
        Dl4jLoading loading = Dl4jLoading.begin(() -> await(unpacked));
        assertFalse(loading.await(5, TimeUnit.MILLISECONDS));
        unpacked.countDown();
        assertTrue(loading.await(20, TimeUnit.SECONDS));
        assertTrue(loading.await(0, TimeUnit.SECONDS), "once loaded, it stays so");
    }

    @Test
    void whatWentWrongIsThrownWhereSomebodyWaits() {
        Error link = new UnsatisfiedLinkError("no room");
        Dl4jLoading broken = Dl4jLoading.begin(() -> {
            throw link;
        });
        assertSame(link, assertThrows(UnsatisfiedLinkError.class, () -> broken.await(20, TimeUnit.SECONDS)));
        RuntimeException problem = new IllegalStateException("why");
        Dl4jLoading wrong = Dl4jLoading.begin(() -> {
            throw problem;
        });
        assertSame(problem, assertThrows(IllegalStateException.class, () -> wrong.await(20, TimeUnit.SECONDS)));
    }

    @Test
    void wordsTellHowMuchIsUnpacked() {
        assertEquals(
                "Unpacking DL4J's native library, which happens once: 120 of 366 MB",
                Dl4jLoading.words(Optional.of(new Unpacked(120_400_000, 365_582_664))));
        assertEquals("Loading DL4J", Dl4jLoading.words(Optional.of(new Unpacked(5, 5))));
        assertEquals("Loading DL4J", Dl4jLoading.words(Optional.empty()));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
