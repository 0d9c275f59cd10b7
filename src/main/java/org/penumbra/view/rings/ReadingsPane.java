package org.penumbra.view.rings;

import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * What the pictures say in numbers: those under the pointer, what became of an attack, and the curves. They stand below each
 * other beside the pictures, and scroll where the window is low, or beside each other below them.
 */
final class ReadingsPane extends ScrollPane {

    /** Room that the scroll bar may take, so that nothing moves when it comes, pixels. */
    private static final double BAR = 8;

    private final PointerPane pointer;
    private final AttackCard attack;
    private final CurvesPane curves;
    private Boolean row;

    ReadingsPane(PointerPane pointer, AttackCard attack, CurvesPane curves) {
        this.pointer = pointer;
        this.attack = attack;
        this.curves = curves;
        getStyleClass().add("readings-scroll");
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setFitToHeight(true);
        setFocusTraversable(false);
        setRow(false);
    }

    /** Whether they stand beside each other. */
    void setRow(boolean beside) {
        if (row != null && row == beside) {
            return;
        }
        row = beside;
        curves.setSideBySide(beside);
        Region content = beside ? beside() : below();
        content.getStyleClass().addAll("readings", beside ? "row" : "column");
        setContent(content);
        content.prefWidthProperty().bind(widthProperty().subtract(beside ? 0 : BAR));
    }

    private Region below() {
        VBox column = new VBox(pointer, attack, curves);
        VBox.setVgrow(curves, Priority.ALWAYS);
        return column;
    }

    private Region beside() {
        HBox line = new HBox(pointer, attack, curves);
        HBox.setHgrow(curves, Priority.ALWAYS);
        return line;
    }

    /** The least width of a column, pixels. */
    double columnWidth() {
        return Math.ceil(pointer.columnWidth() + BAR);
    }

    /** The height of a row, pixels. */
    double rowHeight() {
        double tallest = Math.max(pointer.prefHeight(pointer.columnWidth()), curves.rowHeight());
        double own = attack.isVisible() ? Math.max(tallest, attack.prefHeight(pointer.columnWidth())) : tallest;
        return Math.ceil(own) + 2 * BAR;
    }
}
