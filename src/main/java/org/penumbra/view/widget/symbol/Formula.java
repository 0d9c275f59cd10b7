package org.penumbra.view.widget.symbol;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/**
 * A formula set in type, wrapped where its room is narrow; {@link #inline} sets one that never wraps. Notation: {@code _{...}} lowers, {@code ^{...}} raises, everything else stands as it
 * is. So {@code "‖r(x) − x‖_{2}"} has a small 2 at its foot.
 */
public final class Formula extends TextFlow {

    private static final char NEVER_BREAKS = '\u00a0';
    /** Words of a formula that is half a sentence; beside them it may go on in the next line. */
    private static final Set<String> WORDS = Set.of("if", "else", "where", "with", "for", "of", "share", "quantile");
    /** Spaces beside a sign of mathematics, in a sentence. */
    private static final Pattern BESIDE_A_SIGN =
            Pattern.compile(" (?=[\u2212\u00d7\u00b7+=<>\u2264\u2265%])|(?<=[\u2212\u00d7\u00b7+=<>\u2264\u2265]) ");

    /** How high a part of a formula stands. */
    enum Level {
        BASE,
        LOW,
        HIGH
    }

    /** A part of a formula that stands on one level. */
    record Part(String text, Level level) {}

    /** @param notation the formula as written above */
    public Formula(String notation) {
        getStyleClass().add("formula");
        getChildren().addAll(texts(String.join("", pieces(notation))));
    }

    /**
     * What of a formula must stay on one line each: it may go on in the next line after a comma and beside a word, never
     * within what is computed. The spaces that are left are those at the ends.
     */
    static List<String> pieces(String notation) {
        List<String> pieces = new ArrayList<>();
        StringBuilder piece = new StringBuilder();
        String[] parts = notation.split(" ", -1);
        for (int i = 0; i < parts.length; i++) {
            piece.append(parts[i]);
            if (i + 1 == parts.length) {
                pieces.add(piece.toString());
            } else if (parts[i].endsWith(",") || WORDS.contains(parts[i]) || WORDS.contains(parts[i + 1])) {
                pieces.add(piece.append(' ').toString());
                piece.setLength(0);
            } else {
                piece.append(NEVER_BREAKS);
            }
        }
        return pieces;
    }

    /** A sentence whose formulas are not broken over two lines: "r(x) \u2212 x", "28 \u00d7 28", "99 %". */
    static String unbroken(String sentence) {
        return BESIDE_A_SIGN.matcher(sentence).replaceAll(Character.toString(NEVER_BREAKS));
    }

    /** The formula in one line, for the inside of buttons and titles. */
    public static HBox inline(String notation) {
        HBox line = new HBox();
        line.setAlignment(Pos.BASELINE_LEFT);
        line.getStyleClass().add("formula");
        line.getChildren().addAll(texts(notation));
        return line;
    }

    private static List<Text> texts(String notation) {
        List<Text> texts = new ArrayList<>();
        for (Part part : parts(notation)) {
            Text text = new Text(part.text());
            text.getStyleClass()
                    .addAll(
                            "part",
                            switch (part.level()) {
                                case BASE -> "base";
                                case LOW -> "low";
                                case HIGH -> "high";
                            });
            texts.add(text);
        }
        return texts;
    }

    /** The formula on one line of plain text, for those who hear it or where type can't be set. */
    public static String plain(String notation) {
        StringBuilder plain = new StringBuilder();
        parts(notation).forEach(part -> plain.append(part.text()));
        return plain.toString();
    }

    static List<Part> parts(String notation) {
        List<Part> parts = new ArrayList<>();
        int from = 0;
        for (int at = 0; at + 1 < notation.length(); at++) {
            char mark = notation.charAt(at);
            if ((mark == '_' || mark == '^') && notation.charAt(at + 1) == '{') {
                int end = notation.indexOf('}', at);
                if (end < 0) {
                    throw new IllegalArgumentException(
                            "formula \"" + notation + "\": the brace at " + (at + 1) + " is never closed");
                }
                add(parts, notation.substring(from, at), Level.BASE);
                add(parts, notation.substring(at + 2, end), mark == '_' ? Level.LOW : Level.HIGH);
                from = end + 1;
                at = end;
            }
        }
        add(parts, notation.substring(from), Level.BASE);
        return List.copyOf(parts);
    }

    private static void add(List<Part> parts, String text, Level level) {
        if (!text.isEmpty()) {
            parts.add(new Part(text, level));
        }
    }
}
