package org.penumbra.state;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.penumbra.data.OutsideText;
import org.penumbra.data.Position;
import org.penumbra.data.ink.Stroke;
import org.penumbra.kit.RandomStates;
import org.penumbra.preset.Presets;

/** States as texts and files: what is written is read, and what is wrong is said. */
class LabStateTest {

    private static final int DRAWN = 300;
    private static final int MUTATED = 10_000;

    private static SplittableRandom random() {
        long seed = ThreadLocalRandom.current().nextLong();
        System.out.println("seed " + seed);
        return new SplittableRandom(seed);
    }

    @Test
    void whatIsWrittenIsReadInEveryLab() {
        RandomStates states = new RandomStates(random());
        for (int i = 0; i < DRAWN; i++) {
            RingsState rings = states.rings();
            assertEquals(new Told<>(rings, List.of()), RingsState.read(again(rings.state())));
            DrawState draw = states.draw();
            assertEquals(new Told<>(draw, List.of()), DrawState.read(again(draw.state())));
            TrainState train = states.train();
            assertEquals(new Told<>(train, List.of()), TrainState.read(again(train.state())));
            FoolingState fooling = states.fooling();
            assertEquals(new Told<>(fooling, List.of()), FoolingState.read(again(fooling.state())));
            ExperimentState experiment = states.experiment();
            assertEquals(new Told<>(experiment, List.of()), ExperimentState.read(again(experiment.state())));
        }
    }

    private static LabState again(LabState state) {
        LabState read = LabState.parse(state.text());
        assertEquals(state, read);
        assertTrue(state.text().matches("[!-~]+"), state.text());
        return read;
    }

    @Test
    void aPresetAsItShipsIsItsNameAlone() {
        LabState state = new RingsState(
                        Optional.of("moons"),
                        Presets.find("moons"),
                        RingsState.Look.USUAL,
                        Optional.empty(),
                        Optional.empty())
                .state();
        assertEquals("penumbra:1/rings?preset=moons", state.text());
    }

    @Test
    void whatAPersonEditedIsRead() {
        Told<RingsState> told =
                RingsState.read(LabState.parse(" Penumbra:1/rings?\n preset=moons &\r\n alpha=20&seed=7\n"));
        assertEquals(List.of(), told.remarks());
        assertEquals(20, told.value().preset().confidence().alpha());
        assertEquals(7, told.value().preset().setup().seed());
        assertEquals(
                Presets.find("moons").setup().data(),
                told.value().preset().setup().data());
    }

    @Test
    void eachPartThatIsWrongIsNamedAndTheRestHolds() {
        Told<RingsState> told =
                RingsState.read(LabState.parse("penumbra:1/rings?preset=mooons&alpha=-3&tau=0.5&beta=nan"
                        + "&seed=1.5&data=moons(1)&left=nobody&view=1,0,0,1&apha=2&show-points=%zz&hidden=0"));
        assertEquals(0.5, told.value().preset().confidence().tau());
        assertEquals(
                Presets.find("rings").confidence().alpha(),
                told.value().preset().confidence().alpha());
        assertEquals(
                Presets.find("rings").setup().data(),
                told.value().preset().setup().data());
        List<String> keys = told.remarks().stream()
                .map(remark -> remark.substring(0, remark.indexOf(':')))
                .toList();
        assertEquals(
                List.of("preset", "data", "hidden", "seed", "alpha", "beta", "view", "show-points", "left", "apha"),
                keys);
        assertTrue(told.remarks().get(4).contains("a number from 0 to 1000000, but found \"-3\""), told.toString());
        assertTrue(told.remarks().get(9).contains("(\"alpha\"?)"), told.toString());
    }

    @Test
    void whatIsNoStateIsRefusedInOneLine() {
        for (String wrong : List.of(
                "",
                "hello",
                "penumbra:",
                "penumbra:2/rings",
                "penumbra:x/rings",
                "penumbra:1",
                "penumbra:1/kitchen",
                "penumbra:1/rings?",
                "penumbra:1/rings?alpha",
                "penumbra:1/rings?alpha=1&alpha=2",
                "penumbra:1/rings?Alpha=1",
                "penumbra:1/rings?a\u0007=1",
                "penumbra:1/rings?\ud800=1",
                "penumbra:1/rings?" + "&a=1".repeat(200))) {
            if (wrong.equals("penumbra:1/rings?")) {
                assertEquals(Map.of(), LabState.parse(wrong).parts());
                continue;
            }
            StateProblem problem = assertThrows(StateProblem.class, () -> LabState.parse(wrong), wrong);
            assertTrue(OutsideText.isOneLine(problem.getMessage()), problem.getMessage());
        }
        StateProblem newer = assertThrows(StateProblem.class, () -> LabState.parse("penumbra:2/rings?x"));
        assertTrue(newer.getMessage().contains("version 2"), newer.getMessage());
        assertThrows(StateProblem.class, () -> LabState.parse("penumbra:1/rings?" + "a".repeat(LabState.LONGEST)));
    }

    @Test
    void mutatedStatesGiveAStateOrOneClearLine() {
        SplittableRandom random = random();
        RandomStates states = new RandomStates(random);
        int read = 0;
        for (int i = 0; i < MUTATED; i++) {
            String mutated = mutated(states.any().text(), random);
            try {
                Told<?> told = told(LabState.parse(mutated));
                told.remarks()
                        .forEach(remark -> assertTrue(OutsideText.isOneLine(remark) && remark.length() < 700, remark));
                read++;
            } catch (StateProblem problem) {
                assertTrue(OutsideText.isOneLine(problem.getMessage()), problem.getMessage());
                assertTrue(problem.getMessage().length() < 300, problem.getMessage());
            }
        }
        assertTrue(read > MUTATED / 4 && read < MUTATED, read + " of " + MUTATED + " were read");
    }

    private static Told<?> told(LabState state) {
        return switch (state.lab()) {
            case RingsState.LAB -> RingsState.read(state);
            case DrawState.LAB -> DrawState.read(state);
            case TrainState.LAB -> TrainState.read(state);
            case FoolingState.LAB -> FoolingState.read(state);
            default -> ExperimentState.read(state);
        };
    }

    private static String mutated(String text, SplittableRandom random) {
        StringBuilder mutated = new StringBuilder(text);
        String signs = "%&=?/,;:()@~-.0159eEaz \n\u0000\u202e\ud800\u00e9";
        for (int change = random.nextInt(1, 5); change > 0; change--) {
            int at = random.nextInt(mutated.length());
            switch (random.nextInt(4)) {
                case 0 -> mutated.deleteCharAt(at).append("x");
                case 1 -> mutated.insert(at, signs.charAt(random.nextInt(signs.length())));
                case 2 -> mutated.setCharAt(at, signs.charAt(random.nextInt(signs.length())));
                default -> {
                    String piece = mutated.substring(at, Math.min(mutated.length(), at + random.nextInt(40)));
                    mutated.insert(random.nextInt(mutated.length()), piece);
                }
            }
        }
        return mutated.toString();
    }

    @Test
    void strokesKeepTheirShapeWithinATenthOfAPixel() {
        SplittableRandom random = random();
        RandomStates states = new RandomStates(random);
        for (int i = 0; i < DRAWN; i++) {
            List<Stroke> drawn = states.strokes();
            String text = DrawnText.of(drawn);
            List<Stroke> read = DrawnText.read(text);
            assertEquals(text, DrawnText.of(read));
            assertEquals(drawn.size(), read.size());
            for (int s = 0; s < drawn.size(); s++) {
                assertEquals(drawn.get(s).erases(), read.get(s).erases());
                // Places far beyond the pad are moved to where a text can name them.
                if (drawn.get(s).points().stream().allMatch(point -> point.distance(50, 50) < 99)) {
                    for (Position point : drawn.get(s).points()) {
                        double off = near(read.get(s).points(), point.x(), point.y());
                        assertTrue(off < 0.25, off + " units off the line");
                    }
                }
            }
        }
    }

    private static double near(List<Position> line, double x, double y) {
        double nearest = Double.POSITIVE_INFINITY;
        for (int i = 0; i < line.size(); i++) {
            Position from = line.get(Math.max(0, i - 1));
            Position to = line.get(i);
            double dx = to.x() - from.x();
            double dy = to.y() - from.y();
            double squared = dx * dx + dy * dy;
            double along = squared == 0 ? 0 : ((x - from.x()) * dx + (y - from.y()) * dy) / squared;
            double within = Math.max(0, Math.min(1, along));
            nearest = Math.min(nearest, Math.hypot(x - from.x() - within * dx, y - from.y() - within * dy));
        }
        return nearest;
    }

    @Test
    void aStateThatIsTooLongForATextLosesItsLongestPart() {
        LabState state = LabState.parse("penumbra:1/draw?kappa=2&picture=drawing(" + "AAAA".repeat(400) + ")&tau=0.5");
        LabState.Shortened copied = state.shortened();
        assertEquals(List.of("picture"), copied.leftOut());
        assertEquals("penumbra:1/draw?kappa=2&tau=0.5", copied.state().text());
        assertEquals(List.of(), copied.state().shortened().leftOut());
    }

    @Test
    void aFileIsTheSameStateAndSaysWhatIsWrongWithIt(@TempDir Path folder) throws IOException {
        LabState state = new RandomStates(random()).any();
        Path file = folder.resolve("a" + StateFile.ENDING);
        StateFile.write(state, file);
        assertEquals(state, StateFile.read(file));
        assertTrue(Files.readString(file).endsWith("\n"));
        Files.writeString(file, "no state");
        StateProblem wrong = assertThrows(StateProblem.class, () -> StateFile.read(file));
        StateProblem missing = assertThrows(StateProblem.class, () -> StateFile.read(folder.resolve("b")));
        StateProblem directory = assertThrows(StateProblem.class, () -> StateFile.read(folder));
        assertAll(
                () -> assertTrue(wrong.getMessage().startsWith(file + ": Expected a state"), wrong.getMessage()),
                () -> assertTrue(missing.getMessage().contains("there is no such file"), missing.getMessage()),
                () -> assertTrue(directory.getMessage().contains("a folder"), directory.getMessage()));
        assertTrue(StateFile.isMeant(Path.of("x", "My.PENUMBRA-STATE")));
        assertFalse(StateFile.isMeant(Path.of("model.penumbra")));
    }

    @Test
    void usualStatesFitOnAPictureThatAPhoneReads() {
        RandomStates states = new RandomStates(random());
        int longest = 0;
        for (int i = 0; i < DRAWN; i++) {
            longest = Math.max(longest, states.fooling().state().text().length());
            longest = Math.max(longest, states.experiment().state().text().length());
            longest = Math.max(longest, states.train().state().text().length());
        }
        assertTrue(longest <= 450, "all settings changed, some seeds of twenty digits: " + longest);
    }
}
