package org.penumbra.experiment.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.penumbra.archive.CellFile;
import org.penumbra.archive.ModelException;
import org.penumbra.archive.StoredCell;
import org.penumbra.data.home.FolderLock;
import org.penumbra.experiment.Cell;
import org.penumbra.experiment.Experiment;
import org.penumbra.experiment.ExperimentException;
import org.penumbra.experiment.ExperimentSettings;

/** What a run does with what stands where it is to keep its results: it is told before any work. */
class ResultsFolderTest extends ExperimentRunCase {

    private Path cell(int number) {
        return out().resolve("cells").resolve("sum-" + number + ".cell");
    }

    /** Nine cells are finished. */
    private void begin() {
        run(counting(), out(), 1, new RunRecorder(9), false);
    }

    @Test
    void aRunThatWasBegunIsGoneOnWithOnlyWhereThatIsAskedFor() {
        begin();
        assertRefused(
                out()
                        + ": a run of this experiment with these settings was begun there; go on with it, or choose another "
                        + "folder: --resume goes on with it, and --out names another folder",
                counting(),
                false);
    }

    @Test
    void resumingWhereNothingWasBegunBeginsAndSaysSo() throws IOException {
        RunRecorder watcher = new RunRecorder();
        run(counting(), watcher, true);
        assertEquals(List.of("No run was begun in " + out() + " yet, so it begins at the beginning."), watcher.notes);
        assertEquals(undisturbed(), results(out()));
    }

    @Test
    void resultsOfOtherSettingsAreRefusedNamingTheSetting() {
        begin();
        ExperimentSettings usual = ExperimentSettings.USUAL;
        for (boolean resume : new boolean[] {false, true}) {
            assertRefused(
                    "with the setting quick = false and not true; choose another folder with --out",
                    counting(usual.quickly()),
                    resume);
            assertRefused(
                    "with the setting seed = 1 and not 7",
                    counting(new ExperimentSettings(false, 7, 0, 2, List.of())),
                    resume);
            assertRefused(
                    "with the setting unknown = [] and not [\"noise\"]",
                    counting(new ExperimentSettings(false, 1, 0, 2, List.of("noise"))),
                    resume);
        }
    }

    @Test
    void resultsOfAnotherExperimentVersionOrHandAreRefused() throws IOException {
        begin();
        Path file = out().resolve("experiment.json");
        String own = Files.readString(file);
        Files.writeString(file, own.replace("\"counting\"", "\"table1\""));
        assertRefused("the results there are of the experiment \"table1\" and not of \"counting\"", counting(), true);
        Files.writeString(file, own.replaceAll("\"program\": \".*\"", "\"program\": \"0.0.1\""));
        assertRefused("were computed by version \"0.0.1\" of the program, and this is", counting(), true);
        Files.writeString(file, own.replace("\"models\": {}", "\"models\": {\"mnist-cnn\": \"00\"}"));
        assertRefused("the results there were computed with other models", counting(), true);
        Files.writeString(file, own + "\n");
        assertRefused("its experiment.json was changed by hand", counting(), true);
        Files.writeString(file, own.substring(0, 20));
        assertRefused("its experiment.json cannot be understood", counting(), true);
        Files.writeString(file, "[]");
        assertRefused("it is no results folder of this version of the program", counting(), true);
    }

    @Test
    void picturesThatChangedUnderTheirNameAreOtherImages() throws IOException {
        Path pictures = Files.createDirectories(folder.resolve("pictures/deep"));
        Path one = Files.writeString(pictures.resolve("one.png"), "one");
        Experiment own = counting(new ExperimentSettings(
                false, 1, 0, 2, List.of(pictures.getParent().toString(), "noise", "mnist")));
        run(own, new RunRecorder(3), false);
        run(own, new RunRecorder(6), true);
        Files.writeString(one, "two");
        assertRefused("the results there were computed with other unknown images", own, true);
        Files.writeString(one, "one");
        Files.move(one, pictures.resolve("other.png"));
        assertRefused("the results there were computed with other unknown images", own, true);
    }

    @Test
    void aFolderWithAPersonsFilesIsLeftAlone() throws IOException {
        Files.createDirectories(out());
        Files.writeString(out().resolve("letter.txt"), "dear");
        for (boolean resume : new boolean[] {false, true}) {
            assertRefused(
                    "expected a new folder or one of this experiment, but it holds other files, such as letter.txt; "
                            + "choose another folder with --out",
                    counting(),
                    resume);
        }
        assertArrayEquals(new String[] {"letter.txt"}, out().toFile().list());
    }

    @Test
    void aFileInThePlaceOfTheFolderOrOfOneAboveItIsToldOf() throws IOException {
        Files.writeString(out(), "x");
        assertRefused("it is a file, and a folder is needed; choose another folder with --out", counting(), false);
        Path below = out().resolve("below");
        ExperimentException wrong =
                assertThrows(ExperimentException.class, () -> run(counting(), below, 1, new RunRecorder(), false));
        assertTrue(wrong.getMessage().startsWith("cannot write to the folder " + below), wrong.getMessage());
    }

    @Test
    void aDiskThatIsAlmostFullIsToldOfBeforeTheWork() {
        ExperimentException full = assertThrows(
                ExperimentException.class,
                () -> ExperimentRun.run(
                        counting(),
                        out(),
                        workshop(),
                        (experiment, todo, outcome) -> {
                            throw new AssertionError("work was begun");
                        },
                        new RunRecorder(),
                        false,
                        place -> 5 << 20));
        assertEquals(
                out()
                        + ": expected room for 64 MB of results, but the disk has 5 MB left; make room, or choose another "
                        + "folder with --out",
                full.getMessage());
        assertFalse(Files.exists(out().resolve("experiment.json")), "nothing was begun");
        run(counting(), new RunRecorder(), false);
    }

    @Test
    void aSystemThatDoesNotTellItsRoomIsTriedOut() {
        assertEquals(
                CELLS,
                ExperimentRun.run(
                                counting(),
                                out(),
                                workshop(),
                                new LocalWorkers(1, workshop()),
                                new RunRecorder(),
                                false,
                                place -> 0)
                        .finished()
                        .size());
    }

    @Test
    void aCellThatCannotBeKeptEndsTheRunAndCostsNoOther() throws IOException {
        Path cells = out().resolve("cells");
        Path away = out().resolve("away");
        RunRecorder watcher = new RunRecorder() {
            @Override
            public void finished(Cell cell, ObjectNode result) {
                super.finished(cell, result);
                if (computed.size() == 4) {
                    // As if the disk had gone away.
                    move(cells, away);
                }
            }
        };
        ExperimentException wrong =
                assertThrows(ExperimentException.class, () -> run(counting(), out(), 1, watcher, false));
        assertTrue(
                wrong.getMessage().startsWith("the run was ended, as a finished cell could not be kept: " + cells),
                wrong.getMessage());
        assertTrue(wrong.getMessage().endsWith("mend that, and go on with --resume"), wrong.getMessage());
        assertEquals(4, watcher.computed.size());
        assertEquals(0, watcher.failed.size());
        move(away, cells);
        RunRecorder next = new RunRecorder();
        run(counting(), next, true);
        assertEquals(watcher.computed, next.kept);
        assertEquals(undisturbed(), results(out()));
    }

    private static void move(Path from, Path to) {
        try {
            Files.move(from, to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aFolderThatAnotherRunWorksInIsRefused() throws IOException {
        List<String> refused = new ArrayList<>();
        Experiment nested = new HookedExperiment(counting(), (cell, result, watcher) -> {
            if (cell.id().equals("sum-3")) {
                refused.add(assertThrows(ExperimentException.class, () -> run(counting(), new RunRecorder(), true))
                        .getMessage());
            }
            return result;
        });
        run(nested, new RunRecorder(), false);
        assertEquals(
                List.of(out()
                        + " is in use by another part of this program; wait until that has ended, or choose another "
                        + "folder with --out"),
                refused);
        assertEquals(undisturbed(), results(out()));
        // The run has let go of it.
        FolderLock.takeNow(out(), IllegalStateException::new).close();
    }

    @Test
    void aDamagedCellIsSetAsideToldOfAndComputedAgain() throws IOException {
        begin();
        byte[] damaged = Files.readAllBytes(cell(0));
        damaged[damaged.length - 40] ^= 1;
        Files.write(cell(0), damaged);
        Files.write(cell(1), new byte[0]);
        Files.writeString(cell(2), "something else, of whatever kind");
        RunRecorder watcher = new RunRecorder();
        run(counting(), watcher, true);
        assertEquals(ALL.subList(3, 9), watcher.kept);
        assertEquals(6, watcher.computed.size());
        assertEquals(3, watcher.notes.size(), watcher.notes.toString());
        assertTrue(
                watcher.notes.get(0).startsWith("A finished cell cannot be used and is computed again: " + cell(0))
                        && watcher.notes.get(0).endsWith("It is kept as " + cell(0) + ".damaged."),
                watcher.notes.get(0));
        assertArrayEquals(damaged, Files.readAllBytes(Path.of(cell(0) + ".damaged")));
        assertEquals(undisturbed(), results(out()));

        Files.write(cell(0), new byte[3]);
        run(counting(), new RunRecorder(), true);
        assertArrayEquals(new byte[3], Files.readAllBytes(Path.of(cell(0) + ".damaged-2")));
    }

    @Test
    void aWholeCellOfAnotherRunOrAnotherIdIsNotTrusted() throws IOException {
        begin();
        StoredCell own = CellFile.read(cell(0));
        ObjectNode wrong = JsonNodeFactory.instance.objectNode().put("sum", 1e9).put("number", 0);
        CellFile.write(new StoredCell("counting", "0".repeat(64), "sum-0", wrong, 1, "a machine"), cell(0));
        CellFile.write(own, cell(1));
        RunRecorder watcher = new RunRecorder();
        run(counting(), watcher, true);
        assertEquals(ALL.subList(2, 9), watcher.kept);
        assertEquals(2, watcher.notes.size(), watcher.notes.toString());
        assertTrue(watcher.notes.get(1).contains("it belongs to another run or another cell"), watcher.notes.get(1));
        assertEquals(undisturbed(), results(out()));
    }

    @Test
    void aFolderInThePlaceOfACellIsToldOf() throws IOException {
        begin();
        Files.createDirectories(cell(11));
        RunRecorder watcher = new RunRecorder();
        ModelException wrong = assertThrows(ModelException.class, () -> run(counting(), watcher, true));
        assertTrue(wrong.getMessage().contains("expected a cell file, but it is a folder"), wrong.getMessage());
        assertEquals(List.of(), watcher.computed);
    }
}
