package org.penumbra.state;

import java.util.Objects;
import java.util.Optional;
import org.penumbra.data.OutsideText;

/**
 * A trained model that a state names, never a file: one that ships, by its name, or one of somebody's own, by its name and the
 * beginning of the SHA-256 of its weights. That one is taken where somebody has opened it.
 *
 * @param name  among those that ship, or what its owner calls it; one line of at most {@value #LONGEST} characters
 * @param print {@value #DIGITS} hexadecimal digits; empty for one that ships
 */
public record ModelRef(String name, Optional<String> print) {

    /** Hexadecimal digits of the weights' sum. */
    public static final int DIGITS = 16;

    static final int LONGEST = 200;

    public ModelRef {
        OutsideText.requireOneLine("name of a model", name, LONGEST);
        Objects.requireNonNull(print, "print");
    }

    /** One that ships. */
    public static ModelRef shipped(String name) {
        return new ModelRef(name, Optional.empty());
    }

    /** One of somebody's own. @param weights SHA-256 of its weights, hexadecimal */
    public static ModelRef own(String name, String weights) {
        return new ModelRef(
                OutsideText.shown(name.length() > LONGEST ? name.substring(0, LONGEST / 2) : name),
                Optional.of(weights.substring(0, DIGITS)));
    }

    /** For a message: its name, and where it is somebody's own, which weights it has. */
    public String words() {
        return "\u201c" + OutsideText.shown(name) + "\u201d"
                + print.map(digits -> " with the weights " + digits).orElse("");
    }

    String text() {
        return StateValue.encoded(name) + print.map(digits -> "@" + digits).orElse("");
    }

    static ModelRef read(String text) {
        int at = text.indexOf('@');
        String name = StateReader.line(at < 0 ? text : text.substring(0, at), LONGEST);
        if (at < 0) {
            return shipped(name);
        }
        String digits = text.substring(at + 1);
        if (!digits.matches("[0-9a-f]{" + DIGITS + "}")) {
            throw new IllegalArgumentException(
                    StateReader.expected(DIGITS + " hexadecimal digits behind the @ of a model", digits));
        }
        return new ModelRef(name, Optional.of(digits));
    }
}
