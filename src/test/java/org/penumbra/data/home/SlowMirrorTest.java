package org.penumbra.data.home;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.penumbra.data.DataException;
import org.penumbra.data.image.KnownImages;
import org.penumbra.kit.LoopbackMirror;
import org.penumbra.kit.LoopbackMirror.Manners;
import org.penumbra.kit.TinyImages;

/** Mirrors that cost time and bring little. */
@Timeout(60)
class SlowMirrorTest {

    private static final long SECOND = 1_000_000_000L;
    /** Waits two seconds for the next byte. */
    private static final FetchPatience UNHURRIED =
            new FetchPatience(Duration.ofSeconds(5), Duration.ofSeconds(2), new LeastRate(1, Duration.ofMinutes(1)), 4);
    /** Half a second for the minute. The shortest file has 90 bytes, so that no load makes a good mirror too slow. */
    private static final FetchPatience LITTLE = new FetchPatience(
            Duration.ofSeconds(5), Duration.ofSeconds(10), new LeastRate(60, Duration.ofMillis(500)), 4);

    @TempDir
    private Path folder;

    private final TinyImages tiny = new TinyImages();
    private final KnownImages known = tiny.known();
    private final FetchRecorder recorder = new FetchRecorder();

    private boolean fetch(LoopbackMirror... mirrors) {
        return fetch(LITTLE, mirrors);
    }

    private boolean fetch(FetchPatience patience, LoopbackMirror... mirrors) {
        List<URI> addresses =
                Arrays.stream(mirrors).map(LoopbackMirror::address).toList();
        return new ImageFetch(patience).fetch(known, DataHome.in(folder), new Mirrors(addresses), recorder);
    }

    private LoopbackMirror mirror(Manners manners) throws IOException {
        return new LoopbackMirror(tiny, manners);
    }

    private static URI first(LoopbackMirror mirror) {
        return URI.create(mirror.address() + "train-images-idx3-ubyte.gz");
    }

    /** A byte every 20 ms, without end as far as a test goes. */
    private static final Manners DRIPPING = (mirror, exchange, file, from) -> {
        LoopbackMirror.begin(exchange, file, from);
        for (int at = from; at < file.length; at++) {
            exchange.getResponseBody().write(file, at, 1);
            exchange.getResponseBody().flush();
            Thread.sleep(20);
        }
    };

    private static Manners sendingTo(LoopbackMirror other) {
        return (mirror, exchange, file, from) -> {
            exchange.getResponseHeaders()
                    .set(
                            "Location",
                            other.address() + exchange.getRequestURI().getPath().replaceFirst(".*/", ""));
            exchange.sendResponseHeaders(302, -1);
        };
    }

    @Test
    void aMirrorThatDripsIsLeftForTheNextAndNotAskedFirstAgain() throws IOException {
        try (LoopbackMirror dripping = mirror(DRIPPING);
                LoopbackMirror well = mirror(LoopbackMirror::well)) {
            assertTrue(fetch(dripping, well));
            assertTrue(DataHome.in(folder).check(known).isRight());
            assertEquals(List.of("train-images-idx3-ubyte.gz from 0"), dripping.requests());
            assertEquals(4, well.requests().size(), well.requests().toString());
            assertTrue(
                    well.requests().get(0).matches("train-images-idx3-ubyte.gz from [1-9]\\d*"),
                    "what has dripped is used: " + well.requests());
            FolderNews.MirrorLeft left = (FolderNews.MirrorLeft) recorder.news.get(0);
            assertEquals(first(dripping), left.address());
            assertTrue(
                    left.reason()
                            .matches("is too slow: it sends only \\d+ bytes in 500 ms, and at least 60 are waited for"),
                    left.reason());
            assertEquals(1, recorder.news.size());
        }
    }

    @Test
    void aLonelyMirrorThatDripsIsGivenUpAtOnceAndNamed() throws IOException {
        try (LoopbackMirror dripping = mirror(DRIPPING)) {
            long begin = System.nanoTime();
            String message =
                    assertThrows(DataException.class, () -> fetch(dripping)).getMessage();
            assertTrue(System.nanoTime() - begin < 10 * SECOND, "far sooner than 29 000 bytes drip");
            assertTrue(message.contains(first(dripping) + " is too slow: it sends only "), message);
            assertTrue(message.contains("; what has arrived is kept in "), message);
            assertEquals(1, dripping.requests().size());
            assertEquals(List.of(), recorder.news, "there is no other to be asked");
        }
    }

    @Test
    void aMirrorThatDripsBehindARedirectIsLeftToo() throws IOException {
        try (LoopbackMirror dripping = mirror(DRIPPING);
                LoopbackMirror door = mirror(sendingTo(dripping));
                LoopbackMirror well = mirror(LoopbackMirror::well);
                LoopbackMirror otherDoor = mirror(sendingTo(well))) {
            assertTrue(fetch(door, otherDoor));
            assertTrue(DataHome.in(folder).check(known).isRight());
            assertEquals(first(door), ((FolderNews.MirrorLeft) recorder.news.get(0)).address());
        }
    }

    @Test
    void aMirrorThatFallsSilentIsAskedAgainOnlyAfterTheOthers() throws IOException {
        int[] asked = {0};
        Manners silentOnce = (mirror, exchange, file, from) -> {
            if (asked[0]++ == 0) {
                LoopbackMirror.stallingAfter(500).answer(mirror, exchange, file, from);
            } else {
                LoopbackMirror.well(mirror, exchange, file, from);
            }
        };
        try (LoopbackMirror silent = mirror(silentOnce);
                LoopbackMirror none = mirror(LoopbackMirror.answering(404))) {
            assertTrue(fetch(UNHURRIED, silent, none));
            assertEquals(
                    List.of("train-images-idx3-ubyte.gz from 0", "train-images-idx3-ubyte.gz from 500"),
                    silent.requests().subList(0, 2));
            assertEquals(
                    List.of(
                            first(silent) + " sends nothing for 2 s at byte 500. The next mirror is asked.",
                            first(none) + " answers 404. The next mirror is asked."),
                    recorder.news.stream().map(FolderNews::words).toList().subList(0, 2));
        }
    }

    @Test
    void aMirrorThatStaysSilentIsNotWaitedForFourTimes() throws IOException {
        try (LoopbackMirror mute = mirror((mirror, exchange, file, from) -> {
            if (from == 0) {
                LoopbackMirror.stallingAfter(500).answer(mirror, exchange, file, from);
            } else {
                LoopbackMirror.begin(exchange, file, from);
                exchange.getResponseBody().flush();
                mirror.stall();
            }
        })) {
            String message = assertThrows(DataException.class, () -> fetch(UNHURRIED, mute))
                    .getMessage();
            assertTrue(message.contains(first(mute) + " sends nothing for 2 s at byte 500"), message);
            assertEquals(2, mute.requests().size(), "it has brought nothing the second time");
        }
    }

    @Test
    void onlyTheTimeSpentWithAMirrorCounts() {
        long[] now = {-7};
        RateWatch watch = new RateWatch(new LeastRate(60_000, Duration.ofMinutes(1)), () -> now[0]);
        now[0] += 59 * SECOND;
        watch.arrived(30);
        assertEquals("", watch.complaint());
        watch.end();
        now[0] += 1000 * SECOND;
        watch.begin();
        assertEquals("", watch.complaint(), "others were asked meanwhile");
        now[0] += SECOND;
        assertEquals(
                "is too slow: it sends only 30 bytes in 60 s, and at least 60000 are waited for", watch.complaint());
        assertEquals("", watch.complaint(), "the next minute begins");
        now[0] += 60 * SECOND;
        watch.arrived(60_000);
        assertEquals("", watch.complaint(), "just fast enough");
    }

    @Test
    void thePublicMirrorsAreLeftBelowAKilobyteASecond() {
        assertEquals(
                new LeastRate(60_000, Duration.ofMinutes(1)),
                FetchPatience.standard().leastRate());
    }
}
