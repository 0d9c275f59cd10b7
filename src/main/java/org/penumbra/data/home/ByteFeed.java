package org.penumbra.data.home;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Hands the body of an HTTP answer to a thread that takes it piece by piece and need not wait for ever: reading the
 * body as a stream would hang with a server that falls silent.
 */
final class ByteFeed implements Flow.Subscriber<List<ByteBuffer>> {

    /** What happened to the body. */
    sealed interface Event {}

    /** The next bytes. */
    record Bytes(List<ByteBuffer> buffers) implements Event {}

    /** There are no more. */
    record End() implements Event {}

    /** It broke off. */
    record Broken(Throwable cause) implements Event {}

    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private volatile Flow.Subscription subscription;

    @Override
    public void onSubscribe(Flow.Subscription begun) {
        subscription = begun;
        begun.request(1);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        events.add(new Bytes(buffers));
    }

    @Override
    public void onError(Throwable cause) {
        events.add(new Broken(cause));
    }

    @Override
    public void onComplete() {
        events.add(new End());
    }

    /** The next event, or null when there is none within the time. Not more than one piece is held here. */
    Event next(Duration within) throws InterruptedException {
        Event event = events.poll(within.toMillis(), TimeUnit.MILLISECONDS);
        if (event instanceof Bytes) {
            subscription.request(1);
        }
        return event;
    }

    /** Ends the transfer, if it has not ended. */
    void cancel() {
        Flow.Subscription begun = subscription;
        if (begun != null) {
            begun.cancel();
        }
    }
}
