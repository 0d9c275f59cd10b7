package org.penumbra.data.home;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.penumbra.data.DataException;
import org.penumbra.data.image.ImageFile;
import org.penumbra.data.image.KnownImages;
import org.penumbra.kit.IdxBytes;
import org.penumbra.kit.LoopbackMirror;
import org.penumbra.kit.LoopbackMirror.Manners;
import org.penumbra.kit.TinyImages;

/** Downloads from mirrors that do everything wrong a mirror can do. */
@Timeout(180)
class ImageFetchTest {

    private static final LeastRate ANY = new LeastRate(1, Duration.ofMinutes(1));
    private static final FetchPatience PATIENCE =
            new FetchPatience(Duration.ofSeconds(5), Duration.ofSeconds(10), ANY, 4);
    private static final ImageFile FIRST = ImageFile.TRAINING_IMAGES;

    @TempDir
    private Path folder;

    private final TinyImages tiny = new TinyImages();
    private final KnownImages known = tiny.known();
    private final int length = tiny.packed(FIRST).length;
    private final FetchRecorder recorder = new FetchRecorder();

    private boolean fetch(FetchWatcher watcher, LoopbackMirror... mirrors) {
        return new ImageFetch(PATIENCE)
                .fetch(
                        known,
                        home(),
                        new Mirrors(Arrays.stream(mirrors)
                                .map(LoopbackMirror::address)
                                .toList()),
                        watcher);
    }

    private LoopbackMirror mirror(Manners manners) throws IOException {
        return new LoopbackMirror(tiny, manners);
    }

    private DataHome home() {
        return DataHome.in(folder);
    }

    private Path part() {
        return folder.resolve("tiny/train-images-idx3-ubyte.part");
    }

    /** Of all files but the lock, which stays. */
    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("tiny"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.equals(FolderLock.NAME))
                    .sorted()
                    .toList();
        }
    }

    private void assertAllThereAndNothingElse() throws IOException {
        assertTrue(home().check(known).isRight());
        assertEquals(
                List.of(
                        "t10k-images-idx3-ubyte.gz",
                        "t10k-labels-idx1-ubyte.gz",
                        "train-images-idx3-ubyte.gz",
                        "train-labels-idx1-ubyte.gz"),
                names());
    }

    private String refusal(LoopbackMirror... mirrors) {
        String message = assertThrows(DataException.class, () -> fetch(recorder, mirrors))
                .getMessage();
        assertFalse(message.contains("\n"), message);
        assertTrue(message.startsWith("Tiny's train-images-idx3-ubyte cannot be downloaded: "), message);
        return message;
    }

    @Test
    void allFourFilesArriveAndTheProgressTellsTheirBytes() throws IOException {
        try (LoopbackMirror mirror = mirror(LoopbackMirror::well)) {
            assertTrue(fetch(recorder, mirror));
            assertAllThereAndNothingElse();
            FetchProgress first = recorder.heard.get(0);
            assertEquals(new FetchProgress("train-images-idx3-ubyte", 1, 4, 0, length), first);
            assertTrue(recorder.heard.contains(new FetchProgress("train-images-idx3-ubyte", 1, 4, length, length)));
            assertEquals(4, recorder.heard.get(recorder.heard.size() - 1).number());

            assertTrue(fetch(recorder, mirror));
            assertEquals(4, mirror.requests().size(), "what is right is not fetched again");
        }
    }

    @Test
    void aBrokenDownloadGoesOnWhereItEnded() throws IOException {
        int piece = length / 3;
        try (LoopbackMirror mirror = mirror(LoopbackMirror.breakingOffAfter(piece))) {
            assertTrue(fetch(recorder, mirror));
            assertAllThereAndNothingElse();
            assertTrue(
                    mirror.requests()
                            .containsAll(List.of(
                                    "train-images-idx3-ubyte.gz from 0",
                                    "train-images-idx3-ubyte.gz from " + piece,
                                    "train-images-idx3-ubyte.gz from " + 2 * piece)),
                    mirror.requests().toString());
        }
    }

    @Test
    void theNextProgramGoesOnWhereTheLastOneEnded() throws IOException {
        try (LoopbackMirror broken = mirror(LoopbackMirror.breakingOffAfter(100));
                LoopbackMirror well = mirror(LoopbackMirror::well)) {
            String message = refusal(broken);
            assertTrue(message.contains("breaks off at byte 400") && message.contains("kept in " + part()), message);
            assertEquals(400, Files.size(part()));
            assertTrue(fetch(recorder, well));
            assertEquals("train-images-idx3-ubyte.gz from 400", well.requests().get(0));
            assertAllThereAndNothingElse();
        }
    }

    @Test
    void aPartThatIsWholeNeedsNoMirror() throws IOException {
        TinyImages.write(folder, "tiny/train-images-idx3-ubyte.part", tiny.packed(FIRST));
        try (LoopbackMirror mirror = mirror(LoopbackMirror::well)) {
            assertTrue(fetch(recorder, mirror));
            assertFalse(
                    mirror.requests().get(0).startsWith("train-images"),
                    mirror.requests().toString());
        }
    }

    @Test
    void aServerThatIgnoresRangesIsReadFromTheStart() throws IOException {
        TinyImages.write(folder, "tiny/train-images-idx3-ubyte.part", Arrays.copyOf(tiny.packed(FIRST), 1000));
        try (LoopbackMirror mirror = mirror(LoopbackMirror::ignoringRanges)) {
            assertTrue(fetch(recorder, mirror));
            assertEquals(
                    "train-images-idx3-ubyte.gz from 1000", mirror.requests().get(0));
            assertAllThereAndNothingElse();
        }
    }

    @Test
    void aPartThatDoesNotFitTheMirrorIsThrownAway() throws IOException {
        byte[] packedElsewhere = tiny.packed(FIRST);
        packedElsewhere[9] ^= 1;
        TinyImages.write(folder, "tiny/train-images-idx3-ubyte.part", Arrays.copyOf(packedElsewhere, length / 2));
        try (LoopbackMirror shorter = mirror((mirror, exchange, file, from) -> {
            if (from > 0) {
                exchange.sendResponseHeaders(416, -1);
            } else {
                LoopbackMirror.well(mirror, exchange, file, from);
            }
        })) {
            assertTrue(fetch(recorder, shorter));
            assertEquals("train-images-idx3-ubyte.gz from 0", shorter.requests().get(1));
            assertAllThereAndNothingElse();
        }
    }

    @Test
    void aServerThatSendsAnotherRangeIsAskedFromTheStart() throws IOException {
        TinyImages.write(folder, "tiny/train-images-idx3-ubyte.part", Arrays.copyOf(tiny.packed(FIRST), 1000));
        try (LoopbackMirror confused = mirror((mirror, exchange, file, from) -> {
            if (from > 0) {
                exchange.getResponseHeaders().set("Content-Range", "bytes 0-9/" + file.length);
                exchange.sendResponseHeaders(206, 10);
                exchange.getResponseBody().write(file, 0, 10);
            } else {
                LoopbackMirror.well(mirror, exchange, file, from);
            }
        })) {
            assertTrue(fetch(recorder, confused));
            assertAllThereAndNothingElse();
        }
    }

    @Test
    void theNextMirrorHelpsWhereOneDoesNotHaveIt() throws IOException {
        try (LoopbackMirror none = mirror(LoopbackMirror.answering(404));
                LoopbackMirror well = mirror(LoopbackMirror::well)) {
            assertTrue(fetch(recorder, none, well));
            assertEquals(4, none.requests().size(), "404 is not asked twice");
            assertAllThereAndNothingElse();
        }
    }

    @Test
    void everyMirrorsAnswerIsTold() throws IOException {
        try (LoopbackMirror none = mirror(LoopbackMirror.answering(404));
                LoopbackMirror ill = mirror(LoopbackMirror.answering(503))) {
            String message = refusal(none, ill);
            assertTrue(
                    message.contains(none.address() + "train-images-idx3-ubyte.gz answers 404; " + ill.address()
                            + "train-images-idx3-ubyte.gz answers 503"),
                    message);
            assertTrue(message.contains("--mirror") && message.contains("penumbra data import tiny DIR"), message);
            assertEquals(List.of(), names());
        }
    }

    @Test
    void withoutANetworkAWindowSaysSoFirstAndKeepsTheAddressesForDetails() {
        URI nowhere = URI.create("http://penumbra.invalid/mnist/");
        DataException problem = assertThrows(
                DataException.class,
                () -> new ImageFetch(PATIENCE).fetch(known, home(), new Mirrors(List.of(nowhere)), recorder));
        assertTrue(problem.inWindow().startsWith("No connection to the internet. "), problem.inWindow());
        assertFalse(
                problem.inWindow().contains("--") || problem.inWindow().contains("http"), "plain words in a window");
        assertTrue(problem.details().startsWith(nowhere + "train-images-idx3-ubyte.gz\n"), problem.details());
        assertTrue(problem.getMessage().contains("--mirror"), "a terminal has options");
    }

    @Test
    void aMirrorThatIsNotThereIsTold() throws IOException {
        LoopbackMirror gone = mirror(LoopbackMirror::well);
        gone.close();
        assertTrue(refusal(gone).contains("cannot be reached (connect"), refusal(gone));
    }

    @Test
    void aMirrorThatFallsSilentIsLeftAndWhatItSentIsUsed() throws IOException {
        try (LoopbackMirror silent = mirror(LoopbackMirror.stallingAfter(500));
                LoopbackMirror well = mirror(LoopbackMirror::well)) {
            FetchPatience little = new FetchPatience(Duration.ofSeconds(5), Duration.ofSeconds(1), ANY, 1);
            assertTrue(new ImageFetch(little)
                    .fetch(known, home(), new Mirrors(List.of(silent.address(), well.address())), recorder));
            assertEquals("train-images-idx3-ubyte.gz from 500", well.requests().get(0));
            assertAllThereAndNothingElse();
        }
    }

    @Test
    void aMirrorThatNeverAnswersIsTold() throws IOException {
        try (LoopbackMirror mute = mirror((mirror, exchange, file, from) -> mirror.stall())) {
            FetchPatience little = new FetchPatience(Duration.ofSeconds(5), Duration.ofMillis(300), ANY, 4);
            Mirrors mirrors = new Mirrors(List.of(mute.address()));
            String message = assertThrows(
                            DataException.class, () -> new ImageFetch(little).fetch(known, home(), mirrors, recorder))
                    .getMessage();
            assertTrue(message.contains("does not answer within 300 ms"), message);
            assertEquals(1, mute.requests().size());
        }
    }

    @Test
    void wrongBytesAreThrownAwayAndTold() throws IOException {
        Manners page =
                (mirror, exchange, file, from) -> LoopbackMirror.well(mirror, exchange, "<html>sorry".getBytes(), 0);
        Manners another = (mirror, exchange, file, from) -> LoopbackMirror.well(
                mirror,
                exchange,
                IdxBytes.packed(IdxBytes.images(TinyImages.TRAINING, TinyImages.SIDE, TinyImages.SIDE, 99)),
                0);
        try (LoopbackMirror sorry = mirror(page);
                LoopbackMirror other = mirror(another)) {
            String message = refusal(sorry, other);
            assertEquals(2, message.split("has another file than was published", -1).length - 1, message);
            assertEquals(List.of(), names(), "what proved wrong is not kept");
            assertEquals(1, other.requests().size());
        }
    }

    @Test
    void endlessDataEndAtTheLimit() throws IOException {
        Manners endless = (mirror, exchange, file, from) -> {
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(file, 0, 1000);
                while (true) {
                    out.write(file, 1000, 4000);
                }
            }
        };
        Manners boastful = (mirror, exchange, file, from) -> {
            exchange.sendResponseHeaders(200, 1L << 40);
            exchange.getResponseBody().write(file);
        };
        try (LoopbackMirror flood = mirror(endless);
                LoopbackMirror boast = mirror(boastful)) {
            String message = refusal(flood, boast);
            assertTrue(message.contains("sends more than the"), message);
            assertTrue(message.contains("announces " + (1L << 40) + " bytes"), message);
            assertEquals(List.of(), names());
        }
    }

    @Test
    void stoppingKeepsWhatHasArrived() throws IOException {
        try (LoopbackMirror silent = mirror(LoopbackMirror.stallingAfter(700));
                LoopbackMirror well = mirror(LoopbackMirror::well)) {
            FetchRecorder impatient = new FetchRecorder(progress -> progress.done() == 700);
            assertFalse(fetch(impatient, silent));
            assertEquals(List.of("train-images-idx3-ubyte.part"), names());
            assertEquals(700, Files.size(part()));
            assertEquals(700, ImageFetch.kept(known, home()));
            assertTrue(fetch(recorder, well));
            assertAllThereAndNothingElse();
            assertEquals(0, ImageFetch.kept(known, home()));
        }
    }

    @Test
    void whatWasWrongInPlaceIsReplacedAndKeptAside() throws IOException {
        TinyImages.write(folder, "tiny/train-images.idx3-ubyte", new byte[] {1, 2, 3});
        try (LoopbackMirror mirror = mirror(LoopbackMirror::well)) {
            assertTrue(fetch(recorder, mirror));
            assertTrue(home().check(known).isRight());
            assertTrue(names().contains("train-images.idx3-ubyte.wrong"), names().toString());
        }
    }

    @Test
    void aMirrorWithUnpackedFilesIsAsGood() throws IOException {
        try (LoopbackMirror mirror = mirror((self, exchange, file, from) -> {
            byte[] plain = Arrays.stream(ImageFile.values())
                    .filter(one -> Arrays.equals(file, tiny.packed(one)))
                    .map(tiny::plain)
                    .findFirst()
                    .orElseThrow();
            LoopbackMirror.well(self, exchange, plain, from);
        })) {
            assertTrue(fetch(recorder, mirror));
            assertTrue(home().check(known).isRight());
            assertTrue(names().contains("train-images-idx3-ubyte"), names().toString());
        }
    }

    @Test
    void aFolderThatCannotBeWrittenToIsTold() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        String message = assertThrows(
                        DataException.class,
                        () -> new ImageFetch(PATIENCE)
                                .fetch(
                                        known,
                                        DataHome.in(file),
                                        new Mirrors(List.of(URI.create("http://127.0.0.1:9/"))),
                                        recorder))
                .getMessage();
        assertTrue(message.startsWith("cannot make the folder " + file.resolve("tiny")), message);
    }

    @Test
    void anAddressThatIsNoneIsTold() {
        for (String text : List.of("ftp://example.org/", "mnist", "https:///nowhere")) {
            assertTrue(assertThrows(DataException.class, () -> new Mirrors(List.of(URI.create(text))))
                    .getMessage()
                    .startsWith("mirror " + text + ": expected an address"));
        }
    }
}
