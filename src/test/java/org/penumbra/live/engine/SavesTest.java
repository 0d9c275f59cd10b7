package org.penumbra.live.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.penumbra.data.WholeFile;
import org.penumbra.kit.Await;

@Timeout(60)
class SavesTest {

    @TempDir
    Path folder;

    private final Saves saves = new Saves("saves", Runnable::run);
    private final CountDownLatch held = new CountDownLatch(1);
    private final List<String> written = Collections.synchronizedList(new ArrayList<>());

    @Test
    void ofManySavesToOneFileTheLastOneWinsAndTheFileIsWhole() throws IOException {
        Path file = folder.resolve("run.json");
        for (int i = 0; i < 50; i++) {
            String text = ("save " + i + "\n").repeat(2000);
            saves.write(
                    i % 2 == 0 ? file : folder.resolve("sub/../run.json"),
                    () -> {
                        WholeFile.write(file, stream -> stream.write(text.getBytes()));
                        return file;
                    },
                    done -> {},
                    problem -> fail(problem));
        }
        saves.close();
        assertEquals("save 49\n".repeat(2000), Files.readString(file));
    }

    @Test
    void aSaveThatHangsHoldsUpNoneThatGoesElsewhere() {
        hold(folder.resolve("slow.gif"));
        write("quick.json");
        // What is written is under way until its callback has returned, a moment later.
        Await.await(
                () -> written.contains("quick.json") && saves.underWay().equals(List.of(folder.resolve("slow.gif"))),
                () -> "only the slow one: " + written + ", under way " + saves.underWay());
        held.countDown();
        saves.close();
        assertEquals(List.of("quick.json", "slow.gif"), written);
    }

    @Test
    void whatGoesIntoAFolderAndIntoOneOfItsFilesKeepsItsOrder() {
        hold(folder);
        write("a.png");
        saves.announce(folder.resolve("b.json"), folder.resolve("a.png"))
                .write(() -> written.add("b.json"), done -> {}, problem -> fail(problem));
        assertEquals(List.of(), written);
        held.countDown();
        saves.close();
        assertEquals(List.of(folder.getFileName().toString(), "a.png", "b.json"), written);
    }

    @Test
    void whoReadsAFileFindsWhatWasSavedBefore() throws InterruptedException {
        Path file = folder.resolve("run.json");
        hold(file);
        saves.write(file, () -> Files.writeString(file, "saved"), done -> {}, problem -> fail(problem));
        AtomicReference<String> read = new AtomicReference<>();
        CountDownLatch other = new CountDownLatch(1);
        try (Background background = Background.sideBySide(saves, "files", Runnable::run)) {
            background.read(file, () -> Files.readString(file), read::set, problem -> fail(problem));
            background.read(
                    folder.resolve("other.json"), () -> "read", text -> other.countDown(), problem -> fail(problem));
            assertTrue(other.await(30, TimeUnit.SECONDS), "another file is read at once");
            assertEquals(null, read.get());
            held.countDown();
            Await.await(() -> read.get() != null, () -> "the read");
        }
        assertEquals("saved", read.get());
        saves.close();
    }

    @Test
    void itIsUnderWayFromItsAnnouncementUntilItsFailureWasTold() {
        List<List<Path>> seen = new ArrayList<>();
        saves.watch(() -> seen.add(saves.underWay()));
        Path file = folder.resolve("model.penumbra");
        Saves.Save save = saves.announce(file);
        assertTrue(saves.isWaiting());
        List<Path> whenTold = new ArrayList<>();
        save.write(
                () -> {
                    throw new IOException("disk full");
                },
                done -> fail("done"),
                problem -> whenTold.addAll(saves.underWay()));
        Await.await(() -> saves.underWay().isEmpty(), () -> "the end");
        assertFalse(saves.isWaiting());
        assertEquals(List.of(file), whenTold);
        assertEquals(List.of(List.of(file), List.of()), seen);
        Saves.Save other = saves.announce(file);
        other.callOff();
        assertEquals(List.of(), saves.underWay());
        saves.close();
    }

    @Test
    void closingWaitsForWhatIsBeingWrittenUnlessItIsGivenUp() {
        hold(folder.resolve("a.json"));
        write("a.json");
        Thread closing = new Thread(saves::close);
        closing.start();
        Await.await(() -> closing.getState() == Thread.State.TIMED_WAITING, () -> "the wait");
        held.countDown();
        Await.await(() -> !closing.isAlive(), () -> "the end of the wait");
        assertEquals(List.of("a.json", "a.json"), written);
        write("too-late.json");
        assertEquals(2, written.size());

        Saves abandoned = new Saves("saves", Runnable::run);
        CountDownLatch never = new CountDownLatch(1);
        abandoned.write(
                folder.resolve("b.json"),
                () -> never.await(60, TimeUnit.SECONDS),
                done -> {},
                problem -> fail(problem));
        abandoned.abandon();
        assertEquals(List.of(), abandoned.underWay());
        long before = System.nanoTime();
        abandoned.close();
        assertTrue(System.nanoTime() - before < TimeUnit.SECONDS.toNanos(5), "it waited all the same");
        never.countDown();
    }

    private void hold(Path place) {
        saves.write(
                place,
                () -> {
                    held.await(60, TimeUnit.SECONDS);
                    return written.add(place.getFileName().toString());
                },
                done -> {},
                problem -> fail(problem));
    }

    private void write(String name) {
        saves.write(folder.resolve(name), () -> written.add(name), done -> {}, problem -> fail(problem));
    }
}
