package org.penumbra.view.widget;

import javafx.geometry.Insets;
import javafx.scene.layout.Background;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.CornerRadii;
import javafx.scene.layout.Region;

/** A thin bar filled from the left by a share between 0 and 1. */
public final class ShareBar extends Region {
    private static final double HEIGHT = 6;

    private final Region fill = new Region();
    private double share;

    /** @param argb colour of the filled part, opaque ARGB */
    public ShareBar(int argb) {
        getStyleClass().add("share-bar");
        fill.setBackground(
                new Background(new BackgroundFill(Argb.colour(argb), new CornerRadii(HEIGHT / 2), Insets.EMPTY)));
        getChildren().add(fill);
        setMinHeight(HEIGHT);
        setPrefHeight(HEIGHT);
        setMaxHeight(HEIGHT);
    }

    /** Fills a share of the bar; what is no number between 0 and 1 is taken as the nearer end, NaN as 0. */
    public void setShare(double value) {
        share = Double.isNaN(value) ? 0 : Math.min(1, Math.max(0, value));
        layoutFill();
    }

    @Override
    protected void layoutChildren() {
        layoutFill();
    }

    private void layoutFill() {
        fill.resizeRelocate(0, 0, share * getWidth(), getHeight());
    }
}
