package org.penumbra.data.home;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;

class LogLinesTest {

    @Test
    void whatIsNotSeenIsShownAlsoInTheTraceOfAnError() {
        LogRecord entry = new LogRecord(Level.WARNING, "cannot read a\u001b[2J");
        entry.setThrown(new IllegalStateException("\u202egnp"));
        String lines = new LogLines().format(entry);
        assertTrue(lines.contains("cannot read a\\u001b[2J") && lines.contains("\\u202egnp"), lines);
        assertFalse(lines.contains("\u001b") || lines.contains("\u202e"), lines);
        assertTrue(lines.lines().count() > 2, lines);
    }
}
