package org.penumbra.view.experiments;

import javafx.css.PseudoClass;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.penumbra.live.experiments.CellState;
import org.penumbra.live.experiments.CellState.Phase;

/**
 * One cell of an experiment in the grid. What has become of it is told by form as well as by colour: hollow while it waits,
 * filling up while it is at work, with a tick when it is finished and with a cross when it failed.
 */
final class CellTile extends Region {

    private static final PseudoClass WORKING = PseudoClass.getPseudoClass("working");
    private static final PseudoClass FINISHED = PseudoClass.getPseudoClass("finished");
    private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");
    private static final PseudoClass CURSOR = PseudoClass.getPseudoClass("cursor");

    /** Of the shorter side. */
    private static final double SIGN = 0.62;

    private static final double BORDER = 2;

    private final Region fill = new Region();
    private final FontIcon sign = new FontIcon(Feather.CHECK);
    private Phase phase = Phase.WAITING;
    private double share;

    CellTile() {
        getStyleClass().add("cell-tile");
        fill.getStyleClass().add("fill");
        fill.setMouseTransparent(true);
        sign.setMouseTransparent(true);
        sign.setVisible(false);
        getChildren().addAll(fill, sign);
        fill.setVisible(false);
    }

    void show(CellState state) {
        if (state.phase() != phase) {
            phase = state.phase();
            pseudoClassStateChanged(WORKING, phase == Phase.WORKING);
            pseudoClassStateChanged(FINISHED, phase == Phase.FINISHED);
            pseudoClassStateChanged(FAILED, phase == Phase.FAILED);
            fill.setVisible(phase == Phase.WORKING);
            sign.setVisible(phase == Phase.FINISHED || phase == Phase.FAILED);
            sign.setIconCode(phase == Phase.FAILED ? Feather.X : Feather.CHECK);
        }
        if (state.share() != share) {
            share = state.share();
            requestLayout();
        }
    }

    /** Whether it is the one that is told about. */
    void mark(boolean now) {
        pseudoClassStateChanged(CURSOR, now);
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth() - 2 * BORDER;
        double height = getHeight() - 2 * BORDER;
        fill.resizeRelocate(BORDER, BORDER, snapSizeX(Math.max(0, width * share)), Math.max(0, height));
        sign.setIconSize((int) Math.max(8, Math.min(width, height) * SIGN + 4));
        sign.autosize();
        sign.relocate(
                snapPositionX((getWidth() - sign.getLayoutBounds().getWidth()) / 2),
                snapPositionY((getHeight() - sign.getLayoutBounds().getHeight()) / 2));
    }
}
