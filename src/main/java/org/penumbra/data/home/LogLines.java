package org.penumbra.data.home;

import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;
import org.penumbra.data.OutsideText;

/** The lines of the log, in which names from files are {@linkplain OutsideText#shownLines shown}. */
public final class LogLines extends SimpleFormatter {

    @Override
    public String format(LogRecord entry) {
        return OutsideText.shownLines(super.format(entry));
    }
}
