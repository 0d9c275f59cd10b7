package org.penumbra.data.ink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class StrokeFontTest {

    private final StrokeFont font = new StrokeFont();

    @Test
    void holdsAllLettersDigitsAndTheSymbolsOfThePaper() {
        String needed = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789αβγΓλστω"
                + " .,:;!?'\"()[]<>≤≥=±+-−–×·/|‖%_~°→∞²₁₂&*^#äöüéñçå\u0303";
        needed.codePoints()
                .forEach(character ->
                        assertTrue(font.has(character), "no glyph for \"" + Character.toString(character) + "\""));
    }

    @Test
    void tildeStandsAboveItsLetterAndTakesNoRoom() {
        assertEquals(font.width("c"), font.width("c\u0303"));
        List<double[]> lines = font.lines("c\u0303", 0, 0, 100);
        double[] letter = lines.get(0);
        double[] tilde = lines.get(1);
        assertTrue(bottom(tilde) < top(letter) - 10, "tilde ends at " + bottom(tilde) + ", c begins at " + top(letter));
        assertEquals(font.width("c") * 50, (tilde[0] + tilde[tilde.length - 2]) / 2, 5);
    }

    @Test
    void capitalsAreAsHighAsAskedAndStandOnTheirLine() {
        for (double[] line : font.lines("H", 10, 200, 40)) {
            assertTrue(top(line) >= 160 - 1e-9 && bottom(line) <= 200 + 1e-9);
        }
    }

    @Test
    void unknownCharacterIsAVisibleBox() {
        assertEquals(1, font.lines("\u2603", 0, 0, 10).size());
        assertTrue(font.width("\u2603") > 0.4);
    }

    @Test
    void digitsAreEquallyWideSoNumbersLineUp() {
        for (char digit = '0'; digit <= '9'; digit++) {
            assertEquals(font.width("0"), font.width(String.valueOf(digit)));
        }
    }

    private static double top(double[] line) {
        double top = Double.POSITIVE_INFINITY;
        for (int i = 1; i < line.length; i += 2) {
            top = Math.min(top, line[i]);
        }
        return top;
    }

    private static double bottom(double[] line) {
        double bottom = Double.NEGATIVE_INFINITY;
        for (int i = 1; i < line.length; i += 2) {
            bottom = Math.max(bottom, line[i]);
        }
        return bottom;
    }
}
