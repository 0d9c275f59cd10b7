package org.penumbra.net;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.function.IntConsumer;

/** Runs the parts of one piece of work on the caller's thread and the common pool's workers. */
public final class Cores {

    private Cores() {}

    /** How many parts run at once on this machine. */
    public static int count() {
        return Runtime.getRuntime().availableProcessors();
    }

    /** Runs {@code work} for 0 to {@code parts - 1} and returns when all are done; what one of them throws is thrown. */
    public static void run(int parts, IntConsumer work) {
        List<ForkJoinTask<?>> others = new ArrayList<>();
        for (int part = 1; part < parts; part++) {
            int number = part;
            others.add(ForkJoinPool.commonPool().submit(() -> work.accept(number)));
        }
        try {
            work.accept(0);
        } finally {
            // Also when the first part fails: nobody may free the buffers while another still works on them.
            others.forEach(ForkJoinTask::quietlyJoin);
        }
        others.forEach(ForkJoinTask::join);
    }
}
