package org.penumbra.view.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.penumbra.data.home.DataHome;
import org.penumbra.data.image.ImageFile;
import org.penumbra.data.image.KnownImages;
import org.penumbra.kit.Errands;
import org.penumbra.kit.LeftThreads;
import org.penumbra.kit.LoopbackMirror;
import org.penumbra.kit.TinyImages;
import org.penumbra.live.data.DownloadReport;
import org.penumbra.view.shell.FilePicker;
import org.penumbra.view.shell.message.Message;

/** The image data without a screen: the test's own thread is the one that owns the properties. */
@Timeout(180)
class DataModelTest {

    @TempDir
    private Path folder;

    private final Errands answers = new Errands();
    private final List<Message> messages = new ArrayList<>();
    private TinyHome tiny;
    private DataModel model;
    private DataEntry entry;
    private Path chosen;

    @BeforeEach
    void open() {
        tiny = new TinyHome(folder.resolve("home"));
        model = new DataModel(tiny.home(), tiny.sources(), new OneFolder(), messages::add, answers::add);
        entry = model.entries().get(0);
    }

    @AfterEach
    void close() {
        model.close();
    }

    /** A person who chooses one folder, or none. */
    private final class OneFolder implements FilePicker {

        @Override
        public Optional<Path> toOpen(String title, Kind kind) {
            throw new AssertionError("nobody asks for a file");
        }

        @Override
        public Optional<Path> toSave(String title, Kind kind, String proposedName) {
            throw new AssertionError("nobody saves");
        }

        @Override
        public Optional<Path> folder(String title) {
            return Optional.ofNullable(chosen);
        }
    }

    private void awaitRest() {
        answers.doUntil(() -> entry.workProperty().get() == Work.NONE);
    }

    private <T extends Holding> T holding(Class<T> type) {
        return assertInstanceOf(type, entry.holdingProperty().get());
    }

    private Message onlyMessage(Message.Kind kind, String title) {
        assertEquals(1, messages.size(), messages.toString());
        assertEquals(kind, messages.get(0).kind());
        assertEquals(title, messages.get(0).title());
        return messages.get(0);
    }

    @Test
    void aLookTellsWhatIsMissingFoundAndWrong() throws IOException {
        assertInstanceOf(Holding.Looking.class, entry.holdingProperty().get());
        model.look();
        answers.doUntil(() -> entry.holdingProperty().get() instanceof Holding.Missing);
        assertEquals(
                new Holding.Missing(tiny.place(), 0), entry.holdingProperty().get());

        tiny.images.writeTo(tiny.place());
        model.look();
        answers.doUntil(() -> entry.holdingProperty().get() instanceof Holding.Found);
        assertEquals(tiny.place(), holding(Holding.Found.class).folder());
        assertFalse(entry.here().getValue(), "nobody has read the files yet");

        Files.delete(tiny.place().resolve("t10k-labels-idx1-ubyte.gz"));
        model.look();
        answers.doUntil(() -> entry.holdingProperty().get() instanceof Holding.Wrong);
        assertEquals(
                List.of(tiny.place().resolve("t10k-labels-idx1-ubyte") + ": missing, packed or not"),
                holding(Holding.Wrong.class).problems());
    }

    @Test
    void aDownloadFillsInAndEndsVerified() throws IOException {
        List<DownloadReport> reports = new ArrayList<>();
        entry.reportProperty().addListener((observed, before, now) -> reports.add(now));
        try (LoopbackMirror mirror = tiny.mirror(LoopbackMirror::well)) {
            model.download(entry);
            assertEquals(Work.DOWNLOADING, entry.workProperty().get());
            awaitRest();
            assertEquals(4, mirror.requests().size(), mirror.requests().toString());
        }
        assertEquals(tiny.place(), holding(Holding.Right.class).folder());
        assertTrue(entry.here().getValue());
        assertEquals("train-images-idx3-ubyte", reports.get(0).file().file());
        assertTrue(Double.isNaN(model.shareProperty().get()), "nothing is being downloaded any more");
        assertEquals(
                tiny.place().toString(),
                onlyMessage(Message.Kind.NOTE, "Tiny is here").text());

        model.look();
        model.verify(entry);
        awaitRest();
        assertInstanceOf(Holding.Right.class, entry.holdingProperty().get());
        assertEquals(1, messages.size(), "a check that finds nothing wrong shows in the list");
    }

    @Test
    void theThreadOfTheWindowNeverWaitsForTheMirror() throws IOException {
        CountDownLatch gate = new CountDownLatch(1);
        try (LoopbackMirror mirror = tiny.mirror((self, exchange, file, from) -> {
            assertTrue(gate.await(60, TimeUnit.SECONDS));
            LoopbackMirror.well(self, exchange, file, from);
        })) {
            model.download(entry);
            model.look();
            model.verify(entry);
            model.importFrom(entry, folder);
            assertEquals(Work.DOWNLOADING, entry.workProperty().get(), "one piece of work at a time");
            // Only now may the mirror answer: had one of the calls waited for it, the test would not come here.
            gate.countDown();
            awaitRest();
            assertEquals(4, mirror.requests().size());
        }
        assertInstanceOf(Holding.Right.class, entry.holdingProperty().get());
    }

    @Test
    void cancellingLeavesNothingInPlaceAndTheNextDownloadGoesOn() throws IOException {
        try (LoopbackMirror silent = tiny.mirror(LoopbackMirror.stallingAfter(700))) {
            model.download(entry);
            answers.doUntil(() -> entry.reportProperty().get() != null
                    && entry.reportProperty().get().file().done() == 700);
            assertEquals(
                    model.shareProperty().get(), entry.reportProperty().get().share());
            model.cancel(entry);
            assertEquals(Work.STOPPING, entry.workProperty().get());
            awaitRest();
            assertEquals(1, silent.requests().size());
        }
        assertEquals(
                new Holding.Missing(tiny.place(), 700), entry.holdingProperty().get());
        assertEquals(List.of("train-images-idx3-ubyte.part"), tiny.names());
        assertEquals(List.of(), messages, "whoever cancels knows");
        try (LoopbackMirror well = tiny.mirror(LoopbackMirror::well)) {
            model.download(entry);
            awaitRest();
            assertEquals("train-images-idx3-ubyte.gz from 700", well.requests().get(0));
        }
        assertInstanceOf(Holding.Right.class, entry.holdingProperty().get());
        assertEquals(4, tiny.names().size(), tiny.names().toString());
    }

    @Test
    void aMirrorWithoutTheFilesIsOneMessageWithWaysOut() throws IOException {
        try (LoopbackMirror none = tiny.mirror(LoopbackMirror.answering(404))) {
            model.download(entry);
            awaitRest();
            Message message = onlyMessage(Message.Kind.FAILURE, "Tiny was not downloaded");
            assertTrue(message.text().contains(none.address().getHost() + " answers 404"), message.text());
            assertTrue(
                    message.details().contains(none.address() + "train-images-idx3-ubyte.gz\nanswers 404"),
                    message.details());
            assertFalse(message.text().contains("http") || message.text().contains("--"), "plain words in a window");
            assertEquals(
                    List.of("Try again", "Import a folder\u2026"),
                    message.choices().stream().map(Message.Choice::label).toList());
        }
        assertEquals(
                new Holding.Missing(tiny.place(), 0), entry.holdingProperty().get());
        assertEquals(List.of(), tiny.names());
        try (LoopbackMirror well = tiny.mirror(LoopbackMirror::well)) {
            messages.get(0).choices().get(0).action().run();
            awaitRest();
            assertEquals(4, well.requests().size());
        }
        assertTrue(entry.here().getValue());
    }

    @Test
    void otherBytesThanWerePublishedAreOneMessageAndNothingIsKept() throws IOException {
        try (LoopbackMirror wrong = tiny.mirror((self, exchange, file, from) ->
                LoopbackMirror.well(self, exchange, tiny.images.packed(ImageFile.TEST_LABELS), from))) {
            model.download(entry);
            awaitRest();
            assertTrue(
                    onlyMessage(Message.Kind.FAILURE, "Tiny was not downloaded")
                            .text()
                            .contains("has another file than was published"),
                    messages.toString());
            assertFalse(wrong.requests().isEmpty());
        }
        assertEquals(List.of(), tiny.names());
    }

    @Test
    void aFolderIsCopiedWhenAllFourFilesAreRight() throws IOException {
        chosen = tiny.images.writeTo(folder.resolve("Downloads"));
        model.importFolder(entry);
        assertEquals(Work.IMPORTING, entry.workProperty().get());
        awaitRest();
        assertEquals(tiny.place(), holding(Holding.Right.class).folder());
        onlyMessage(Message.Kind.NOTE, "Tiny is here");
        assertEquals(4, tiny.names().size());
    }

    @Test
    void aFolderWithoutTheFilesIsOneMessageAndAnotherMayBeChosen() throws IOException {
        chosen = Files.createDirectories(folder.resolve("Empty"));
        model.importFolder(entry);
        awaitRest();
        Message message = onlyMessage(Message.Kind.FAILURE, "Tiny was not imported");
        assertTrue(message.text().startsWith(chosen + ": expected the four files of Tiny"), message.text());
        assertEquals(List.of(), tiny.names());

        chosen = null;
        message.choices().get(0).action().run();
        assertEquals(Work.NONE, entry.workProperty().get(), "the person has decided against it");
        chosen = tiny.images.writeTo(folder.resolve("Downloads"));
        message.choices().get(0).action().run();
        awaitRest();
        assertTrue(entry.here().getValue());
    }

    @Test
    void verifyFindsDamageAndADownloadMendsIt() throws IOException {
        tiny.images.writeTo(tiny.place());
        byte[] pixels = tiny.images.plain(ImageFile.TEST_IMAGES).clone();
        pixels[100] ^= 1;
        Files.delete(tiny.place().resolve("t10k-images-idx3-ubyte.gz"));
        TinyImages.write(tiny.place(), "t10k-images-idx3-ubyte", pixels);
        model.verify(entry);
        assertEquals(Work.VERIFYING, entry.workProperty().get());
        awaitRest();
        List<String> problems = holding(Holding.Wrong.class).problems();
        assertEquals(1, problems.size(), problems.toString());
        assertTrue(problems.get(0).contains("expected the MD5 sum"), problems.get(0));

        model.look();
        model.look();
        try (LoopbackMirror mirror = tiny.mirror(LoopbackMirror::well)) {
            model.download(entry);
            awaitRest();
            assertEquals(
                    List.of("t10k-images-idx3-ubyte.gz from 0"), mirror.requests(), "only what is wrong is fetched");
        }
        answers.doAll();
        assertInstanceOf(
                Holding.Right.class, entry.holdingProperty().get(), "a look from before says nothing any more");
    }

    @Test
    void workThatWaitsForSomebodyElseSaysSoAndCanBeCancelled() throws Exception {
        try (TinyHome.Stranger stranger = tiny.stranger()) {
            model.download(entry);
            answers.doUntil(() -> !entry.waitsForProperty().get().isEmpty());
            assertEquals(
                    "another download or import of this program",
                    entry.waitsForProperty().get());
            model.cancel(entry);
            awaitRest();
            assertEquals("", entry.waitsForProperty().get());

            model.importFrom(entry, tiny.images.writeTo(folder.resolve("Downloads")));
            answers.doUntil(() -> !entry.waitsForProperty().get().isEmpty());
            model.cancel(entry);
            assertEquals(Work.STOPPING, entry.workProperty().get());
            awaitRest();
            assertInstanceOf(Holding.Missing.class, entry.holdingProperty().get());

            model.importFrom(entry, folder.resolve("Downloads"));
            answers.doUntil(() -> !entry.waitsForProperty().get().isEmpty());
            stranger.close();
            answers.doUntil(() -> entry.waitsForProperty().get().isEmpty());
            awaitRest();
        }
        assertInstanceOf(Holding.Right.class, entry.holdingProperty().get());
        onlyMessage(Message.Kind.NOTE, "Tiny is here");
        assertEquals(4, tiny.names().size(), "the part of the stranger is not needed any more");
    }

    @Test
    void aMirrorThatIsLeftIsNamedWhileTheNextIsAsked() throws IOException {
        try (LoopbackMirror none = tiny.mirror(LoopbackMirror.answering(404));
                LoopbackMirror silent = tiny.nextMirror(LoopbackMirror.stallingAfter(700))) {
            model.download(entry);
            answers.doUntil(() -> entry.reportProperty().get() != null);
            assertEquals(
                    none.address() + "train-images-idx3-ubyte.gz answers 404. The next mirror is asked.",
                    entry.remarkProperty().get());
            model.cancel(entry);
            awaitRest();
            assertEquals("", entry.remarkProperty().get());
            assertEquals(1, silent.requests().size());
        }
    }

    @Test
    void closingEndsADownloadThatWaits() throws IOException {
        try (LoopbackMirror silent = tiny.mirror(LoopbackMirror.stallingAfter(700))) {
            model.download(entry);
            // The first report comes with the answer, before any byte; a part without bytes would not be kept.
            answers.doUntil(() -> entry.reportProperty().get() != null
                    && entry.reportProperty().get().file().done() == 700);
            model.close();
            // Five seconds are far less than the twenty the mirror would be waited for.
            LeftThreads.awaitNone("penumbra-data", Duration.ofSeconds(5));
            assertEquals(1, silent.requests().size());
        }
        assertEquals(List.of("train-images-idx3-ubyte.part"), tiny.names());
        model.look();
        model.download(entry);
        assertEquals(List.of(), messages);
    }

    @Test
    void anUnknownDataSetIsRefusedByName() {
        assertSame(entry, model.entry(tiny.known));
        KnownImages mnist = KnownImages.named("mnist");
        String message = assertThrows(IllegalArgumentException.class, () -> model.entry(mnist))
                .getMessage();
        assertEquals("mnist: expected one of [tiny]", message);
    }

    @Test
    void publishedFilesAreImportedAndVerified() {
        String named = System.getenv(DataHome.VARIABLE);
        Path here = Path.of(named == null || named.isBlank() ? "../shared/data" : named);
        KnownImages mnist = KnownImages.named("mnist");
        assumeTrue(DataHome.in(here).find(mnist).isPresent(), () -> "MNIST is not in " + here.toAbsolutePath());
        DataModel real =
                new DataModel(tiny.home(), DataSources.shipped(), new OneFolder(), messages::add, answers::add);
        try {
            DataEntry first = real.entry(mnist);
            real.importFrom(first, here);
            answers.doUntil(() -> first.workProperty().get() == Work.NONE);
            assertEquals(
                    folder.resolve("home/mnist"),
                    assertInstanceOf(
                                    Holding.Right.class, first.holdingProperty().get())
                            .folder());
        } finally {
            real.close();
        }
    }
}
