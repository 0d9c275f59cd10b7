package org.penumbra.live.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ResultQueueTest {

    private final ResultQueue<Integer> results = new ResultQueue<>();

    @Test
    void allResultsAreTakenOnceTheOldestFirst() {
        results.add(1);
        results.add(2);
        assertEquals(List.of(1, 2), results.takeAll());
        assertEquals(List.of(), results.takeAll());
        results.add(3);
        assertEquals(List.of(3), results.takeAll());
    }

    @Test
    void forgottenResultsAreNotTaken() {
        results.add(1);
        results.forget();
        results.add(2);
        assertEquals(List.of(2), results.takeAll());
    }

    @Test
    void noneIsLostWhileTheEngineAddsAndAViewerTakes() throws InterruptedException {
        int count = 100_000;
        Thread engine = new Thread(() -> IntStream.range(0, count).forEach(results::add));
        engine.start();
        List<Integer> taken = new ArrayList<>();
        while (engine.isAlive()) {
            taken.addAll(results.takeAll());
        }
        engine.join();
        taken.addAll(results.takeAll());
        assertEquals(IntStream.range(0, count).boxed().toList(), taken);
    }
}
