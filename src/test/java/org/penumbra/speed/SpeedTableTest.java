package org.penumbra.speed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpeedTableTest {

    private static final double[] STEADY = {1.50, 1.48, 1.52, 1.49, 1.51};

    @Test
    void quartilesAreInterpolated() {
        Spread spread = Spread.of(4, 1, 3, 2);
        assertEquals(new Spread(4, 1, 1.75, 2.5, 3.25, 4), spread);
        assertEquals(0.6, spread.relative(), 1e-12);
        assertEquals(new Spread(1, 7, 7, 7, 7, 7), Spread.of(7));
    }

    @Test
    void oneRoundThatWentWrongDoesNotSpoilARatio() {
        assertTrue(Spread.of(1.50, 1.48, 0.2, 1.49, 1.51, 1.50, 1.52).reliable());
    }

    @Test
    void aRatioIsRefusedBeyondTheLimitAndNotAtIt() {
        assertTrue(Spread.of(1, 1, 1, 1 + Spread.LIMIT, 1 + Spread.LIMIT).reliable());
        assertFalse(Spread.of(1, 1, 1, 1 + Spread.LIMIT + 1e-9, 2).reliable());
    }

    @Test
    void fewRoundsCannotBeRelied() {
        assertFalse(Spread.of(1, 1, 1, 1).reliable());
        assertTrue(Spread.of(1, 1, 1, 1, 1).reliable());
    }

    @Test
    void noNumberAndNoFiniteNumberHaveNoSpread() {
        assertThrows(IllegalArgumentException.class, Spread::of);
        assertThrows(IllegalArgumentException.class, () -> Spread.of(1, Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> Spread.of(1, 1.0 / 0));
    }

    /** Both engines at half their speed in some rounds: each figure spreads by far, the ratio not at all. */
    @Test
    void aMachineThatSlowsDownForAWhileLeavesTheRatioAlone() {
        List<Turn> turns = new ArrayList<>();
        for (int round = 1; round <= 6; round++) {
            double machine = round % 2 == 0 ? 0.5 : 1;
            turns.add(turn(round, Row.TRAIN_CNN, Engine.PENUMBRA, 9000 * machine));
            turns.add(turn(round, Row.TRAIN_CNN, Engine.PYTORCH, 6000 * machine));
        }
        SpeedTable table = new SpeedTable(recording(turns), false);
        assertEquals(List.of(), table.refusals());
        assertTrue(
                table.markdown().contains("| training, 128 a step, cnn | PyTorch | 1.50 | 1.50 to 1.50 |"),
                table.markdown());
    }

    @Test
    void roundsInWhichOneOfTheTwoHadNoTurnDoNotCount() {
        List<Turn> turns = turns(Row.ONE_CNN, Engine.ONNX, STEADY);
        turns.add(turn(9, Row.ONE_CNN, Engine.ONNX, 1));
        Recording recording = recording(turns);
        assertEquals(5, recording.ratios(Row.ONE_CNN, Engine.ONNX).length);
        assertEquals(1.5, Spread.of(recording.ratios(Row.ONE_CNN, Engine.ONNX)).median(), 1e-9);
    }

    @Test
    void aRatioThatSpreadsIsRefusedByNameAndHidden() {
        List<Turn> turns = turns(Row.MANY_CNN, Engine.PYTORCH, STEADY);
        turns.addAll(turns(Row.ONE_DAE_SYM, Engine.ONNX_FOLDED, 1.0, 1.5, 2.0, 2.5, 3.0));
        SpeedTable table = new SpeedTable(recording(turns), false);
        assertEquals(
                List.of("answers, one at once, dae-sym, beside ONNX Runtime, folded: spread 50 %"), table.refusals());
        String text = table.markdown();
        assertTrue(
                text.contains(
                        "| answers, one at once, dae-sym | ONNX Runtime, folded | refused: spread 50 % |  |  |  | 5 |"),
                text);
        assertFalse(text.contains("2.00"), text);
        assertTrue(
                text.contains(
                        "| answers, 1000 at once, cnn | PyTorch | 1.50 | 1.49 to 1.51 | 1.48 to 1.52 | 1 % | 5 |"),
                text);
    }

    @Test
    void whoAsksSeesWhatSpreadsWithAMark() {
        SpeedTable table = new SpeedTable(recording(turns(Row.ONE_CNN, Engine.PYTORCH, 1.0, 1.5, 2.0, 2.5, 3.0)), true);
        assertTrue(
                table.markdown().contains("| PyTorch | **unreliable** 2.00 | 1.50 to 2.50 | 1.00 to 3.00 | 50 % | 5 |"),
                table.markdown());
        assertEquals(1, table.refusals().size());
    }

    @Test
    void tooFewRoundsAreRefusedHoweverCloseTheyLie() {
        SpeedTable table = new SpeedTable(recording(turns(Row.ONE_CNN, Engine.PYTORCH, 1.5, 1.5)), false);
        assertEquals(List.of("answers, one at once, cnn, beside PyTorch: 2 rounds"), table.refusals());
    }

    /** It is not enough that ratios lie close together: a neighbour who is there all the time spoils all of them alike. */
    @Test
    void onABusyMachineSteadyRatiosAreRefused() {
        List<Turn> turns = turns(Row.ONE_CNN, Engine.PYTORCH, STEADY);
        for (int round = 1; round <= 5; round++) {
            turns.add(new Turn(round, Row.MANY_CNN, Engine.PENUMBRA, 1500, 1, 1, 0, 0, 0));
            turns.add(new Turn(round, Row.MANY_CNN, Engine.PYTORCH, 1000, 1, 1, 0, 0.3, 0.1));
        }
        SpeedTable table = new SpeedTable(recording(turns), false);
        assertEquals(List.of("answers, 1000 at once, cnn, beside PyTorch: others used 20 %"), table.refusals());
        assertTrue(
                table.markdown().contains("| answers, one at once, cnn | PyTorch | 1.50 | 1.49 to 1.51 |"),
                table.markdown());
    }

    @Test
    void ratiosToTheStockLayersStandInATableOfTheirOwn() {
        String text = new SpeedTable(recording(turns(Row.TRAIN_CNN, Engine.STOCK, STEADY)), false).markdown();
        assertTrue(
                text.indexOf("DL4J's stock layers") < text.indexOf("| training, 128 a step, cnn | DL4J stock | 1.50"),
                text);
    }

    /** An image of the CNN is 4.15 million multiplications: 1000 of them a second are 4.15 of 50 products' 53.7 milliard. */
    @Test
    void theProductIsTheLimit() {
        List<Turn> turns = turns(Row.MANY_CNN, Engine.PYTORCH, STEADY);
        for (int round = 1; round <= 5; round++) {
            turns.add(turn(round, Row.PRODUCT, Engine.PENUMBRA, 50));
        }
        String text = new SpeedTable(recording(turns), false).markdown();
        assertTrue(
                text.contains("| answers, 1000 at once, cnn | 1500 | 1000 | - | - | - | - | 12933 | 12 % | 8 % |"),
                text);
        assertTrue(text.contains("| product of 1024 x 1024, GFLOP/s | 107 |"), text);
    }

    @Test
    void theLoadIsTold() {
        List<Turn> turns = List.of(
                new Turn(1, Row.ONE_CNN, Engine.PENUMBRA, 100, 1, 1.8, 0.02, 0.2, 0.1),
                new Turn(1, Row.ONE_CNN, Engine.PYTORCH, 100, 1, 1.2, 0, 0.6, 0.3));
        String text = new SpeedTable(recording(turns), false).markdown();
        assertTrue(
                text.contains("other programs 20.0 % and 30 %, stolen by the host 10.0 % and 15 %, the benchmark's "
                        + "waiting processes 0.5 % and 1 %; used by the engine itself at least 60 %"),
                text);
    }

    @Test
    void wherePlatformsDoNotTellTheLoadTheTableSaysSo() {
        double unknown = Double.NaN;
        Turn turn = new Turn(1, Row.ONE_CNN, Engine.PENUMBRA, 100, 1, unknown, unknown, unknown, unknown);
        assertTrue(new SpeedTable(recording(List.of(turn)), false).markdown().contains("unknown on this platform"));
    }

    @Test
    void aTableIsMadeAnewFromItsFile(@TempDir Path folder) throws IOException {
        List<Turn> turns = turns(Row.MANY_CNN, Engine.PYTORCH, STEADY);
        turns.add(new Turn(6, Row.PRODUCT, Engine.PENUMBRA, 1, 1, Double.NaN, Double.NaN, Double.NaN, Double.NaN));
        Recording recording = recording(turns);
        recording.write(folder.resolve("rounds.json"));
        Recording read = Recording.read(folder.resolve("rounds.json"));
        assertEquals(recording, read);
        assertEquals(new SpeedTable(recording, false).markdown(), new SpeedTable(read, false).markdown());
    }

    @Test
    void roundsOfSeveralRunsAreNumberedOn() {
        Recording run = recording(turns(Row.MANY_CNN, Engine.PYTORCH, STEADY));
        Recording both = Recording.together(List.of(run, run));
        assertEquals(10, both.ratios(Row.MANY_CNN, Engine.PYTORCH).length);
        assertEquals(run, Recording.together(List.of(run)));
    }

    @Test
    void everyEngineTakesPartWhereItCan() {
        assertFalse(Engine.ONNX.takesPart(Row.TRAIN_CNN));
        assertTrue(Engine.ONNX.takesPart(Row.ONE_CNN));
        assertFalse(Engine.PYTORCH_FOLDED.takesPart(Row.MANY_CNN), "the CNN has nothing to fold");
        assertTrue(Engine.PYTORCH_FOLDED.takesPart(Row.TRAIN_DAE_SYM));
        assertFalse(Engine.STOCK.takesPart(Row.PRODUCT));
    }

    @Test
    void processorTimesAreReadFromLinux() {
        assertEquals(
                new ProcessorTimes(10 + 1 + 5 + 0.2 + 0.3, 2.5),
                ProcessorTimes.parse("cpu  1000 100 500 99999 777 20 30 250 0 0"));
        assertThrows(IllegalArgumentException.class, () -> ProcessorTimes.parse("intr 1 2 3"));
    }

    private static List<Turn> turns(Row row, Engine other, double... ratios) {
        List<Turn> turns = new ArrayList<>();
        for (int i = 0; i < ratios.length; i++) {
            turns.add(turn(i + 1, row, Engine.PENUMBRA, 1000 * ratios[i]));
            turns.add(turn(i + 1, row, other, 1000));
        }
        return turns;
    }

    private static Turn turn(int round, Row row, Engine engine, double speed) {
        return new Turn(round, row, engine, Math.round(speed * 10), 10, 19, 0.01, 0.1, 0);
    }

    private static Recording recording(List<Turn> turns) {
        return new Recording(2, Map.of("cores", "2"), turns);
    }
}
