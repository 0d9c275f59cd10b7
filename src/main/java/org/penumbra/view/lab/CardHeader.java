package org.penumbra.view.lab;

import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/**
 * The title of a card, a remark at its right and what stands at the end. A remark that has no room beside the title goes
 * below it, so that neither is cut; then it stays there until the width changes, as a card that jumps cannot be read.
 */
final class CardHeader extends Region {

    private final Label title;
    private final Label remark;
    private double measured = -1;
    private boolean below;

    CardHeader(Label title, Label remark) {
        this.title = title;
        this.remark = remark;
        getStyleClass().add("card-header");
        remark.setWrapText(true);
        getChildren().addAll(title, remark);
    }

    /** Puts something to the right end of the first line. */
    void addEnd(Node node) {
        getChildren().add(node);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    private double gap() {
        return Math.rint(title.getFont().getSize() * 0.6);
    }

    /** Of what stands at the end, with a gap before each. */
    private double ends() {
        return getManagedChildren().stream()
                .skip(2)
                .mapToDouble(node -> gap() + Math.ceil(node.prefWidth(-1)))
                .sum();
    }

    private boolean isBelow(double width) {
        if (width != measured) {
            measured = width;
            below = false;
        }
        below |= !remark.getText().isEmpty()
                && title.prefWidth(-1) + gap() + Math.ceil(remark.prefWidth(-1)) + ends() > width;
        return below;
    }

    /** That of the title alone, so that the titles of cards beside one another stand on one line. */
    private double lineHeight() {
        return Math.ceil(title.prefHeight(-1));
    }

    @Override
    protected double computePrefHeight(double width) {
        double room = width < 0 ? Double.MAX_VALUE : width;
        return lineHeight() + (isBelow(room) ? Math.ceil(remark.prefHeight(room)) : 0);
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computeMinWidth(double height) {
        return Math.ceil(title.prefWidth(-1)) + ends();
    }

    @Override
    protected double computePrefWidth(double height) {
        double line = Math.ceil(title.prefWidth(-1)) + ends();
        return remark.getText().isEmpty() ? line : line + gap() + Math.ceil(remark.prefWidth(-1));
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double line = lineHeight();
        double right = width;
        for (int i = getManagedChildren().size() - 1; i > 1; i--) {
            Node node = getManagedChildren().get(i);
            double own = Math.ceil(node.prefWidth(-1));
            place(node, right - own, own, line);
            right -= own + gap();
        }
        double own = Math.ceil(title.prefWidth(-1));
        place(title, 0, own, line);
        if (isBelow(width)) {
            remark.resizeRelocate(0, line, width, Math.ceil(remark.prefHeight(width)));
        } else {
            double words = Math.ceil(remark.prefWidth(-1));
            place(remark, right - words, words, line);
        }
    }

    private void place(Node node, double x, double width, double line) {
        double height = Math.ceil(node.prefHeight(width));
        node.resizeRelocate(x, snapPositionY((line - height) / 2), width, height);
    }
}
