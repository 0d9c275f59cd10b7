package org.penumbra.live.engine;

import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * An engine thread as those who command it see it: it owns the networks and reads its commands between two slices of its
 * work. Every method but {@link #awaitEnd} returns at once, and any thread may call it.
 *
 * @param <W> what is commanded
 */
public abstract class EngineSession<W extends EngineWork> implements AutoCloseable {

    private final EngineThread<W> engine;

    /**
     * Starts the engine.
     *
     * @param name  of its thread
     * @param maker makes the work, on the thread; is told by what to know that a slice should end early
     * @param ended called last on the thread, with what ended it unexpectedly, or null
     */
    protected EngineSession(String name, Function<Interruption, W> maker, Consumer<Throwable> ended) {
        engine = new EngineThread<>(name, maker, ended);
        engine.start();
    }

    /** Has the work do something between two slices. */
    protected final void tell(Consumer<? super W> command) {
        engine.tell(command);
    }

    /**
     * Has the work do something with a value, unless a newer one comes before it gets to that. The engine is called once
     * for all values that it has not seen, and takes the newest.
     *
     * @param waiting holds the value until then; used for this command alone
     */
    protected final <T> void tellNewest(Newest<T> waiting, T value, BiConsumer<? super W, ? super T> command) {
        if (!waiting.put(value)) {
            engine.tell(work -> waiting.take().ifPresent(newest -> command.accept(work, newest)));
        }
    }

    /**
     * Leaves more or less of the machine to others, from the end of the present step on; commands are obeyed all the same. A
     * session with a helper tells it, too.
     */
    public void giveWay(GiveWay how) {
        engine.giveWay(how);
    }

    /**
     * Asks the engine thread to end, which takes the rest of a slice of its work: less than a second. A session with a helper
     * ends it, too.
     */
    @Override
    public void close() {
        engine.close();
    }

    /** Waits until the engine thread has ended and the networks are freed; for whoever must be sure, never the UI thread. */
    public boolean awaitEnd(long time, TimeUnit unit) throws InterruptedException {
        return engine.awaitEnd(time, unit);
    }
}
