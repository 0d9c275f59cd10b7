package org.penumbra.data.home;

import java.io.IOException;
import java.net.NoRouteToHostException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.channels.UnresolvedAddressException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.penumbra.data.DataException;
import org.penumbra.data.Reasons;

/** One attempt to download one file, or what is missing of it. */
final class MirrorDownload {

    /** How an attempt ended. */
    enum Ending {
        /** The server has sent all it wanted to. */
        WHOLE,
        /** It was asked to stop. */
        STOPPED,
        /** The connection broke: worth asking it to go on. */
        BROKEN,
        /** The server fell silent after it had sent something: worth asking it to go on, once others have been asked. */
        SILENT,
        /** What is here does not fit what the server has: worth beginning anew. */
        UNFIT,
        /** The server cannot be reached, does not answer, or is too slow: it costs time and brings nothing. */
        USELESS,
        /** The server does not have it, or sends what cannot be right. */
        REFUSED
    }

    /**
     * What came of an attempt.
     *
     * @param reason  in words, for a person; empty where nothing went wrong
     * @param offline whether no address was found, or no way to it: mostly this machine has no connection to the internet
     */
    record Result(Ending ending, String reason, boolean offline) {

        /** One that tells nothing of the connection to the internet. */
        Result(Ending ending, String reason) {
            this(ending, reason, false);
        }
    }

    /** Told of the bytes that are here and of those there are, -1 where the server does not say. */
    interface Gauge {
        void show(long done, long total);
    }

    private static final Duration GLANCE = Duration.ofMillis(50);
    private static final int OK = 200;
    private static final int PARTIAL = 206;
    private static final int RANGE_NOT_SATISFIABLE = 416;

    private final HttpClient client;
    private final Duration silence;
    private final RateWatch rate;
    private final BooleanSupplier stop;

    MirrorDownload(HttpClient client, Duration silence, RateWatch rate, BooleanSupplier stop) {
        this.client = client;
        this.silence = silence;
        this.rate = rate;
        this.stop = stop;
    }

    /**
     * Asks for a file from where the part ends, and appends what comes.
     *
     * @param part  what is here already; made if missing
     * @param limit bytes beyond which it cannot be the right file
     * @throws DataException when the part cannot be written
     */
    Result run(URI address, Path part, long limit, Gauge gauge) {
        try (FileChannel channel = FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            return ask(address, channel, limit, gauge);
        } catch (ClosedByInterruptException stopped) {
            Thread.currentThread().interrupt();
            return new Result(Ending.STOPPED, "");
        } catch (IOException e) {
            throw new DataException(
                    part + ": cannot be written (" + Reasons.of(e)
                            + "); see that there is room and that the folder can be written to",
                    ", or choose another with --data",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Result(Ending.STOPPED, "");
        }
    }

    private Result ask(URI address, FileChannel channel, long limit, Gauge gauge)
            throws IOException, InterruptedException {
        long have = channel.size();
        HttpRequest.Builder request = HttpRequest.newBuilder(address).GET();
        if (have > 0) {
            request.header("Range", "bytes=" + have + "-");
        }
        CompletableFuture<HttpResponse<Flow.Publisher<List<ByteBuffer>>>> answer =
                client.sendAsync(request.build(), BodyHandlers.ofPublisher());
        long deadline = System.nanoTime() + silence.toNanos();
        while (true) {
            try {
                return take(answer.get(GLANCE.toMillis(), TimeUnit.MILLISECONDS), channel, limit, gauge);
            } catch (TimeoutException notYet) {
                if (stop.getAsBoolean() || System.nanoTime() > deadline) {
                    answer.cancel(true);
                    return stop.getAsBoolean()
                            ? new Result(Ending.STOPPED, "")
                            : new Result(Ending.USELESS, "does not answer within " + words(silence));
                }
            } catch (ExecutionException e) {
                return new Result(
                        Ending.USELESS, "cannot be reached (" + words(e.getCause()) + ")", isOffline(e.getCause()));
            } catch (InterruptedException e) {
                answer.cancel(true);
                throw e;
            }
        }
    }

    private Result take(
            HttpResponse<Flow.Publisher<List<ByteBuffer>>> response, FileChannel channel, long limit, Gauge gauge)
            throws IOException, InterruptedException {
        ByteFeed feed = new ByteFeed();
        response.body().subscribe(feed);
        try {
            long have = response.statusCode() == OK ? 0 : channel.size();
            Result refusal = refusal(response, have);
            if (refusal != null) {
                return refusal;
            }
            long length = response.headers().firstValueAsLong("Content-Length").orElse(-1);
            if (length > limit - have) {
                return new Result(
                        Ending.REFUSED, "announces " + (have + length) + " bytes, but the file has at most " + limit);
            }
            channel.truncate(have).position(have);
            return append(feed, channel, limit, length < 0 ? -1 : have + length, gauge);
        } finally {
            feed.cancel();
        }
    }

    /** Why the answer is of no use, or null when it is the file from the byte that was asked for, or from its first. */
    private static Result refusal(HttpResponse<?> response, long have) {
        return switch (response.statusCode()) {
            case OK -> null;
            case PARTIAL ->
                response.headers().firstValue("Content-Range").orElse("").startsWith("bytes " + have + "-")
                        ? null
                        : new Result(Ending.UNFIT, "sends another part than was asked for");
            case RANGE_NOT_SATISFIABLE -> new Result(Ending.UNFIT, "has a shorter file");
            default -> new Result(Ending.REFUSED, "answers " + response.statusCode());
        };
    }

    private Result append(ByteFeed feed, FileChannel channel, long limit, long total, Gauge gauge)
            throws IOException, InterruptedException {
        long begin = channel.position();
        gauge.show(begin, total);
        long deadline = System.nanoTime() + silence.toNanos();
        while (!stop.getAsBoolean()) {
            ByteFeed.Event event = feed.next(GLANCE);
            if (event instanceof ByteFeed.Bytes bytes) {
                for (ByteBuffer buffer : bytes.buffers()) {
                    rate.arrived(buffer.remaining());
                    write(buffer, channel);
                }
                if (channel.position() > limit) {
                    return new Result(Ending.REFUSED, "sends more than the " + limit + " bytes the file can have");
                }
                gauge.show(channel.position(), total);
                deadline = System.nanoTime() + silence.toNanos();
            } else if (event instanceof ByteFeed.End) {
                return new Result(Ending.WHOLE, "");
            } else if (event instanceof ByteFeed.Broken broken) {
                return new Result(
                        Ending.BROKEN, "breaks off at byte " + channel.position() + " (" + words(broken.cause()) + ")");
            } else if (System.nanoTime() > deadline) {
                return new Result(
                        channel.position() > begin ? Ending.SILENT : Ending.USELESS,
                        "sends nothing for " + words(silence) + " at byte " + channel.position());
            }
            String complaint = rate.complaint();
            if (!complaint.isEmpty()) {
                return new Result(Ending.USELESS, complaint);
            }
        }
        return new Result(Ending.STOPPED, "");
    }

    private static void write(ByteBuffer buffer, FileChannel channel) throws IOException {
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
    }

    private static boolean isOffline(Throwable failure) {
        return failure instanceof UnresolvedAddressException
                || failure instanceof UnknownHostException
                || failure instanceof NoRouteToHostException
                || failure != null && isOffline(failure.getCause());
    }

    /** HTTP's own exceptions often say nothing; the ones below them say a little more. */
    private static String words(Throwable failure) {
        return failure.getMessage() != null || failure.getCause() == null
                ? Reasons.of(failure)
                : Reasons.of(failure) + ": " + words(failure.getCause());
    }

    /** As in "30 s" or "300 ms". */
    static String words(Duration time) {
        return time.toMillis() % 1000 == 0 ? time.toSeconds() + " s" : time.toMillis() + " ms";
    }
}
