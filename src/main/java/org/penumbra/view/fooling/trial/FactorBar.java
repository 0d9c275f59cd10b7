package org.penumbra.view.fooling.trial;

import javafx.scene.layout.Region;

/** A bar filled from the left by a share between 0 and 1, with a mark where the threshold lies. */
final class FactorBar extends Region {

    private final Region fill = new Region();
    private final Region mark = new Region();
    private double share;
    private double threshold;

    /** @param kind style class of the filled part */
    FactorBar(String kind) {
        getStyleClass().add("factor-bar");
        fill.getStyleClass().addAll("fill", kind);
        mark.getStyleClass().add("mark");
        fill.setManaged(false);
        mark.setManaged(false);
        getChildren().addAll(fill, mark);
    }

    /** @param tau where the mark is, 0 to 1, or NaN for none */
    void show(double value, double tau) {
        share = Double.isNaN(value) ? 0 : Math.min(1, Math.max(0, value));
        threshold = tau;
        mark.setVisible(!Double.isNaN(tau));
        place();
    }

    @Override
    protected void layoutChildren() {
        place();
    }

    private void place() {
        fill.resizeRelocate(0, 0, Math.rint(share * getWidth()), getHeight());
        if (mark.isVisible()) {
            mark.resizeRelocate(Math.rint(threshold * getWidth()) - 1, -2, 2, getHeight() + 4);
        }
    }
}
