package org.penumbra.view.rings;

import javafx.css.PseudoClass;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.penumbra.view.rings.compare.ComparedCard;

/**
 * What the pictures say in numbers: those under the pointer, what detectors say of it, what became of an attack, and the curves. They stand below each
 * other beside the pictures, and scroll where the window is low, or beside each other below them.
 */
final class ReadingsPane extends ScrollPane {

    /** Room that the scroll bar may take, so that nothing moves when it comes, pixels. */
    private static final double BAR = 8;
    /** The least width of both charts beside each other, in columns of the readings. */
    private static final double LEAST_CHARTS = 1.6;

    private static final PseudoClass ROW = PseudoClass.getPseudoClass("row");

    private final PointerPane pointer;
    private final ComparedCard compared;
    private final AttackCard attack;
    private final CurvesPane curves;
    private Boolean row;

    ReadingsPane(PointerPane pointer, ComparedCard compared, AttackCard attack, CurvesPane curves) {
        this.pointer = pointer;
        this.compared = compared;
        this.attack = attack;
        this.curves = curves;
        getStyleClass().add("readings-scroll");
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setFitToHeight(true);
        setFocusTraversable(false);
        setRow(false, 0);
    }

    /**
     * Whether they stand beside each other.
     *
     * @param width they have then, pixels
     */
    void setRow(boolean beside, double width) {
        curves.setSideBySide(beside && chartsFit(width));
        if (row != null && row == beside) {
            return;
        }
        row = beside;
        pseudoClassStateChanged(ROW, beside);
        Region content = beside ? beside() : below();
        content.getStyleClass().addAll("rings-readings", beside ? "beside" : "below");
        setContent(content);
        content.prefWidthProperty().bind(widthProperty().subtract(BAR));
    }

    /** Whether the charts have room beside each other in a row so wide; otherwise they stand below each other. */
    private boolean chartsFit(double width) {
        double others = pointer.columnWidth() * (1 + (attack.isVisible() ? 1 : 0) + (compared.isVisible() ? 1 : 0));
        return width - others >= LEAST_CHARTS * pointer.columnWidth();
    }

    private Region below() {
        VBox column = new VBox(pointer, compared, attack, curves);
        VBox.setVgrow(curves, Priority.ALWAYS);
        return column;
    }

    private Region beside() {
        HBox line = new HBox(pointer, compared, attack, curves);
        HBox.setHgrow(curves, Priority.ALWAYS);
        return line;
    }

    /** The least width of a column, pixels. */
    double columnWidth() {
        return Math.ceil(pointer.columnWidth() + BAR);
    }

    /**
     * The height of a row, pixels.
     *
     * @param width of it, pixels
     */
    double rowHeight(double width) {
        double column = pointer.columnWidth() - BAR;
        double own = Math.max(pointer.prefHeight(column), curves.leastHeight(chartsFit(width)));
        double tallest = attack.isVisible() ? Math.max(own, attack.prefHeight(column)) : own;
        double all = compared.isVisible() ? Math.max(tallest, compared.prefHeight(column)) : tallest;
        return Math.ceil(all) + 3 * BAR;
    }
}
