package org.penumbra.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class OutsideTextTest {

    private static final String EMOJI = "\uD83D\uDE00";

    @Test
    void whatIsNotSeenIsShownByItsNumber() {
        assertEquals("a\\u001b[2Jb", OutsideText.shown("a\u001b[2Jb"));
        assertEquals("\\u0000\\u0007\\u007f\\u009b", OutsideText.shown("\0\u0007\u007f\u009b"));
        assertEquals("1\\u000a2\\u000d3\\u2028\\u2029", OutsideText.shown("1\n2\r3\u2028\u2029"));
        assertEquals(
                "\\u202e\\u202a\\u2066\\u2069\\u200e\\u200f\\u061c",
                OutsideText.shown("\u202e\u202a\u2066\u2069\u200e\u200f\u061c"));
        assertEquals("\\ud83d" + EMOJI + "\\ude00", OutsideText.shown("\uD83D" + EMOJI + "\uDE00"));
    }

    @Test
    void lettersOfAllScriptsAndEmojiStay() {
        String text = "Ring \u00e9 \u05d0 \u0627 \u4e2d " + EMOJI + " \uD83D\uDC69\u200d\uD83D\uDD2C";
        assertEquals(text, OutsideText.shown(text));
        assertEquals(text, OutsideText.shownLines(text));
        assertTrue(OutsideText.isOneLine(text));
    }

    @Test
    void linesStayLinesWhereTheyMay() {
        assertEquals("a\n\tb\r\nc\\u000dd\\u001b", OutsideText.shownLines("a\n\tb\r\nc\rd\u001b"));
        assertTrue(OutsideText.isLines("a\r\n\tb"));
        assertFalse(OutsideText.isLines("a\u001b"));
        assertFalse(OutsideText.isOneLine("a\nb"));
    }

    @Test
    void aRefusalShowsTheText() {
        SettingProblem refused =
                assertThrows(SettingProblem.class, () -> OutsideText.requireOneLine("title", "a\u001bb", 9));
        assertEquals(
                "title: expected one line without control characters or halves of characters, but got \"a\\u001bb\"",
                refused.getMessage());
        assertThrows(SettingProblem.class, () -> OutsideText.requireOneLine("title", " ", 9));
        assertThrows(SettingProblem.class, () -> OutsideText.requireOneLine("title", "1234567890", 9));
        assertThrows(SettingProblem.class, () -> OutsideText.requireLines("description", "\uD83D", 9));
        assertEquals("", OutsideText.requireLines("description", "", 9));
    }

    @Test
    void theMessageOfAProblemIsShownWhereverItIsTold() {
        assertEquals(
                "a\\u001b[2J\\u202eb: is empty\nFill it",
                new DataException("a\u001b[2J\u202eb: is empty\nFill it").getMessage());
    }

    @Test
    void aCutTearsNoCharacterInTwo() {
        assertEquals("a", OutsideText.cut("a" + EMOJI, 2));
        assertEquals("a" + EMOJI, OutsideText.cut("a" + EMOJI + "b", 3));
        assertEquals("x".repeat(39) + "...", OutsideText.shortened("x".repeat(39) + EMOJI));
    }
}
