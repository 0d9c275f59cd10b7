package org.penumbra.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShortNameTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../../elsewhere/pwned",
                "a/b",
                "a\\b",
                "c:",
                "..",
                ".",
                "...",
                "",
                " ",
                " a",
                "a ",
                "a.",
                "\0",
                "\ud800",
                "\ude00a",
                "a\nb",
                "a\u001b[31m",
                "\u202egnp",
                "nul",
                "NUL.json",
                "Com1",
                "lpt\u00b9.x",
                "con ",
            })
    void whatLeadsElsewhereOrCannotBeAFileIsRefusedAndShown(String name) {
        SettingProblem refused = assertThrows(SettingProblem.class, () -> ShortName.require("name", name));
        assertTrue(OutsideText.isOneLine(refused.getMessage()), refused.getMessage());
        String nearest = ShortName.nearest(name, "rings");
        assertEquals(nearest, ShortName.require("name", nearest));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rings",
                "mnist-dae-sym",
                "run v1.2",
                "\u00e9 \u4e2d \uD83D\uDE00",
                ".a",
                "null",
                "com10",
                "console"
            })
    void whatCanBeTheNameOfAFileStays(String name) {
        assertEquals(name, ShortName.require("name", name));
        assertEquals(name, ShortName.nearest(name, "rings"));
    }

    @Test
    void theNearestNameKeepsWhatItCan() {
        assertEquals("a-b", ShortName.nearest("a:b", "rings"));
        assertEquals("rings", ShortName.nearest(" . ", "rings"));
        assertEquals("-nul.x", ShortName.nearest("nul.x", "rings"));
        assertEquals(100, ShortName.nearest("x".repeat(300), "rings").length());
        assertEquals(100, ShortName.nearest("x".repeat(100), "rings").length());
    }

    @Test
    void aLongNameIsShownInShort() {
        String message = assertThrows(SettingProblem.class, () -> ShortName.require("name", "x".repeat(101)))
                .getMessage();
        assertTrue(message.endsWith("but got \"" + "x".repeat(40) + "...\" of 101 characters"), message);
    }
}
