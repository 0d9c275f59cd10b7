package org.penumbra.view.draw;

import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.penumbra.view.draw.input.InputPane;

/**
 * Places the five parts of the drawing lab by the room there is, so that the pad is as large as it can be while the answers
 * are in sight: in a wide window the input and what belongs to all answers above, the cards below over the whole width; beside
 * slides, in a high and narrow one, three rows; in a small one the input at the left and all else at the right of it.
 */
final class DrawDesk extends Region {

    private static final double GAP = 8;
    /** Rooms from which on the parts are placed otherwise, in letters. */
    private static final double WIDE = 86;

    private static final double HIGH = 50;
    private static final double VERY_HIGH = 66;
    /** Least and most width of the input where it stands at the left, and least width of what stands beside it, in letters. */
    private static final double LEAST_COLUMN = 27;

    private static final double MOST_COLUMN = 36;
    private static final double LEAST_BESIDE = 32;
    /** Height of sliders and histogram where they stand side by side, in letters. */
    private static final double MIDDLE_ROW = 14;
    /** Share of a small window's width that the input takes. */
    private static final double COLUMN_SHARE = 0.36;
    /** Share of the height that the cards take at most in a wide window; the pad has the rest. */
    private static final double CARDS_SHARE = 0.46;

    private final InputPane input;
    private final CompareBar compare;
    private final SettingsBar settings;
    private final AnswersPane cards;
    private final ErrorsPane errors;
    private final Label letter = new Label();

    DrawDesk(InputPane input, CompareBar compare, SettingsBar settings, AnswersPane cards, ErrorsPane errors) {
        this.input = input;
        this.compare = compare;
        this.settings = settings;
        this.cards = cards;
        this.errors = errors;
        getStyleClass().add("desk");
        getChildren().addAll(letter, input, compare, settings, cards, errors);
    }

    private double letters(double count) {
        return Math.rint(count * letter.getFont().getSize());
    }

    @Override
    protected double computeMinWidth(double height) {
        return letters(LEAST_COLUMN) + cards.leastWidth() + 3 * GAP;
    }

    /** What the placing for small windows needs at the width there is. */
    @Override
    protected double computeMinHeight(double width) {
        double inner = Math.max(getWidth(), computeMinWidth(-1)) - 2 * GAP;
        double beside = bar()
                + settings.prefHeight(inner - column(inner) - GAP)
                + cards.minHeight(-1)
                + errors.minHeight(-1)
                + 2 * GAP;
        return Math.max(input.minHeight(-1), beside) + 2 * GAP;
    }

    /** Height of the bar by which one chooses what is compared, and the gap below it. */
    private double bar() {
        return Math.ceil(compare.prefHeight(-1)) + GAP;
    }

    /** Width of the input where it stands at the left of all else. */
    private double column(double width) {
        return Math.rint(Math.max(letters(LEAST_COLUMN), Math.min(letters(MOST_COLUMN), COLUMN_SHARE * width)));
    }

    @Override
    protected double computePrefWidth(double height) {
        return letters(WIDE);
    }

    @Override
    protected double computePrefHeight(double width) {
        return letters(HIGH);
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth() - 2 * GAP;
        double height = getHeight() - 2 * GAP;
        if (getWidth() >= letters(WIDE) && getHeight() >= letters(HIGH)) {
            layoutWide(width, height);
        } else if (getHeight() >= letters(VERY_HIGH)) {
            layoutHigh(width, height);
        } else {
            layoutSmall(width, height);
        }
    }

    private void layoutWide(double width, double height) {
        double below = Math.rint(Math.max(cards.minHeight(-1), Math.min(cards.prefHeight(-1), CARDS_SHARE * height)));
        double above = height - below - GAP;
        double left = Math.min(input.prefWidth(above), width - GAP - letters(LEAST_BESIDE));
        input.resizeRelocate(GAP, GAP, left, above);
        layoutAnswers(GAP + left + GAP, GAP, width - left - GAP, above, false);
        cards.resizeRelocate(GAP, GAP + above + GAP, width, below);
    }

    private void layoutHigh(double width, double height) {
        double below = Math.rint(Math.max(cards.minHeight(-1), cards.prefHeight(-1)));
        double middle = letters(MIDDLE_ROW);
        double above = height - below - middle - bar() - 2 * GAP;
        input.resizeRelocate(GAP, GAP, width, above);
        double left = Math.floor((width - GAP) / 2);
        settings.resizeRelocate(GAP, GAP + above + GAP, left, middle);
        errors.resizeRelocate(GAP + left + GAP, GAP + above + GAP, width - left - GAP, middle);
        double from = GAP + above + middle + 2 * GAP;
        compare.resizeRelocate(GAP, from, width, bar() - GAP);
        cards.resizeRelocate(GAP, from + bar(), width, below);
    }

    private void layoutSmall(double width, double height) {
        double left = column(width);
        input.resizeRelocate(GAP, GAP, left, height);
        layoutAnswers(GAP + left + GAP, GAP, width - left - GAP, height, true);
    }

    /** The bar and sliders above, the histogram below, and between them the cards if they belong there. */
    private void layoutAnswers(double x, double y, double width, double height, boolean withCards) {
        compare.resizeRelocate(x, y, width, bar() - GAP);
        double sliders = Math.ceil(settings.prefHeight(width));
        settings.resizeRelocate(x, y + bar(), width, sliders);
        double rest = height - bar() - sliders - GAP;
        double from = y + bar() + sliders + GAP;
        if (!withCards) {
            errors.resizeRelocate(x, from, width, rest);
            return;
        }
        double chart =
                Math.max(errors.minHeight(-1), Math.min(errors.prefHeight(-1), rest - GAP - cards.prefHeight(-1)));
        cards.resizeRelocate(x, from, width, rest - GAP - chart);
        errors.resizeRelocate(x, from + rest - chart, width, chart);
    }
}
