package org.penumbra.command.console;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Locale.Category;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class ShownStreamTest {

    private static final String RAW = "a\u001b[2J\u202eb\r\u0007";
    private static final String SHOWN = "a\\u001b[2J\\u202eb\\u000d\\u0007";

    @Test
    void everyWayToSayATextShowsWhatIsNotSeen() {
        assertEquals(SHOWN, said(out -> out.print(RAW)));
        assertEquals(SHOWN + "|", said(out -> out.println(RAW)));
        assertEquals(SHOWN, said(out -> out.print(new StringBuilder(RAW))));
        assertEquals(SHOWN + "|", said(out -> out.println((Object) RAW)));
        assertEquals(SHOWN, said(out -> out.print(RAW.toCharArray())));
        assertEquals(SHOWN + "|", said(out -> out.println(RAW.toCharArray())));
        assertEquals(SHOWN, said(out -> out.append(RAW)));
        assertEquals(SHOWN, said(out -> out.append("x" + RAW, 1, 1 + RAW.length())));
        assertEquals("\\u001b", said(out -> out.append('\u001b')));
        assertEquals("\\u001b|", said(out -> out.println('\u001b')));
        assertEquals(SHOWN + " 1", said(out -> out.printf(Locale.ROOT, "%s %d", RAW, 1)));
        assertEquals("java.lang.Error: " + SHOWN + "|", said(out -> {
            Error error = new Error(RAW);
            error.setStackTrace(new StackTraceElement[0]);
            error.printStackTrace(out);
        }));
    }

    @Test
    void linesTabsAndLettersOfAllScriptsStay() {
        String text = "\u4e2d\u05d0\t1\n2\uD83D\uDE00";
        assertEquals(text.replace("\n", "|") + "|null|1true|", said(out -> {
            out.println(text);
            out.println((String) null);
            out.print(1);
            out.print(true);
            out.println();
        }));
    }

    @Test
    void numbersHaveADotInEveryCountry() {
        Locale before = Locale.getDefault(Category.FORMAT);
        try {
            Locale.setDefault(Category.FORMAT, Locale.forLanguageTag("ar-EG"));
            assertEquals("1.5 1", said(out -> out.format("%.1f %d", 1.5, 1)));
        } finally {
            Locale.setDefault(Category.FORMAT, before);
        }
    }

    @Test
    void barsGoPastIt() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        new Console(stream, stream, true).bars().print("\r\u001b[1A");
        assertEquals("\r\u001b[1A", bytes.toString(StandardCharsets.UTF_8));
    }

    private static String said(Consumer<PrintStream> saying) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        saying.accept(new Console(stream, stream, false).out());
        stream.flush();
        return bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "|");
    }
}
