package org.penumbra.command.console;

import java.io.PrintStream;
import java.util.Locale;
import org.penumbra.data.OutsideText;

/**
 * A stream of text for a person, by which all that a command says goes. What would steer the terminal or turn the reading
 * around, because it stands so in a file, is {@linkplain OutsideText#shownLines shown} instead; in JSON that means the same
 * text. Numbers are written with a dot in every country.
 */
final class ShownStream extends PrintStream {

    private final PrintStream target;

    private ShownStream(PrintStream target) {
        super(target);
        this.target = target;
    }

    /** A stream that writes to another one; one of this kind is itself. */
    static ShownStream to(PrintStream target) {
        return target instanceof ShownStream shown ? shown : new ShownStream(target);
    }

    /** The stream that writes everything as it is. */
    PrintStream target() {
        return target;
    }

    @Override
    public void print(String text) {
        target.print(OutsideText.shownLines(String.valueOf(text)));
    }

    @Override
    public void print(Object thing) {
        print(String.valueOf(thing));
    }

    @Override
    public void print(char[] text) {
        print(String.valueOf(text));
    }

    @Override
    public void print(char letter) {
        print(String.valueOf(letter));
    }

    @Override
    public void println(String text) {
        target.println(OutsideText.shownLines(String.valueOf(text)));
    }

    @Override
    public void println(Object thing) {
        println(String.valueOf(thing));
    }

    @Override
    public void println(char[] text) {
        println(String.valueOf(text));
    }

    @Override
    public void println(char letter) {
        println(String.valueOf(letter));
    }

    @Override
    public void println() {
        target.println();
    }

    @Override
    public PrintStream format(String format, Object... values) {
        return format(Locale.ROOT, format, values);
    }

    @Override
    public PrintStream format(Locale locale, String format, Object... values) {
        print(String.format(locale, format, values));
        return this;
    }

    @Override
    public PrintStream append(CharSequence text) {
        print(String.valueOf(text));
        return this;
    }

    @Override
    public PrintStream append(CharSequence text, int start, int end) {
        return append(String.valueOf(text).subSequence(start, end));
    }

    @Override
    public PrintStream append(char letter) {
        print(letter);
        return this;
    }
}
