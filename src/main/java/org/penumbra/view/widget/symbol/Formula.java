package org.penumbra.view.widget.symbol;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/**
 * A formula set in type, wrapped where its room is narrow; {@link #inline} sets one that never wraps. Notation: {@code _{...}} lowers, {@code ^{...}} raises, everything else stands as it
 * is. So {@code "‖r(x) − x‖_{2}"} has a small 2 at its foot.
 */
public final class Formula extends TextFlow {

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
        getChildren().addAll(texts(notation));
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
