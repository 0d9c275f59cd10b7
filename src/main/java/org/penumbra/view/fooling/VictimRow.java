package org.penumbra.view.fooling;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Orientation;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.penumbra.fooling.victim.Threshold;
import org.penumbra.live.fooling.AttackedModel;
import org.penumbra.live.fooling.VictimFrame;
import org.penumbra.view.fooling.trial.TrialCell;
import org.penumbra.view.fooling.trial.TrialWords;

/**
 * One victim under attack for all targets at once: how many trials fooled it, and a small animation of each target, in one
 * line or in two, whichever makes them larger.
 */
final class VictimRow extends Region {

    private static final double GAP = 4;
    /** Least side of an image, in letters. */
    private static final double LEAST = 3;

    private static final int MOST_LINES = 2;

    private final VictimHeader header;
    private final Label count = new Label();
    private final Label mean = new Label();
    private final Button evolve;
    private final VBox head;
    private final List<TrialCell> cells = new ArrayList<>();

    /** @param watch shows a trial in detail */
    VictimRow(
            AttackedModel victim,
            int index,
            List<Integer> targets,
            FoolingModel model,
            FoolingActions actions,
            Consumer<FoolingModel.Watched> watch) {
        getStyleClass().addAll("card", "victim-row", "victim-" + index);
        setId("row-" + index);
        header = new VictimHeader(victim, index, model, actions);
        count.setId("count-" + index);
        count.getStyleClass().add("count");
        mean.getStyleClass().add("mean");
        evolve = EvolveButton.of(index, model);
        head = new VBox(header, count, mean, evolve);
        head.getStyleClass().add("head");
        getChildren().add(head);
        for (int trial = 0; trial < targets.size(); trial++) {
            FoolingModel.Watched one = new FoolingModel.Watched(index, trial);
            TrialCell cell = new TrialCell(victim.model().classes().get(targets.get(trial)), () -> watch.accept(one));
            cell.setId("trial-" + index + "-" + trial);
            cells.add(cell);
            getChildren().add(cell);
        }
        clear();
    }

    /** Shows the victim as it is calibrated now. */
    void calibrated(AttackedModel victim) {
        header.show(victim);
    }

    private void clear() {
        cells.forEach(TrialCell::clear);
        count.setText("");
        mean.setText("");
    }

    /** @param watched number of the trial shown in detail; -1 for none of this victim */
    void watched(int watched) {
        for (int i = 0; i < cells.size(); i++) {
            cells.get(i).watched(i == watched);
        }
    }

    void show(VictimFrame victim, Threshold threshold, double tau, TrialWords words) {
        boolean attacked = !victim.trials().isEmpty();
        for (int i = 0; i < cells.size(); i++) {
            if (attacked) {
                cells.get(i).show(victim.trials().get(i), threshold, tau, words);
            } else {
                cells.get(i).clear();
            }
        }
        evolve.setVisible(!attacked);
        evolve.setManaged(!attacked);
        count.setText(TrialWords.count(victim));
        mean.setText(words.mean(victim));
    }

    /** Side of the images in a row of this size, pixels. */
    double image(double width, double height) {
        return image(lines(width, height), width, height);
    }

    /** Height that a row of this size makes use of. */
    double used(double width, double height) {
        int lines = lines(width, height);
        double images = lines * cells.get(0).high(image(lines, width, height)) + (lines - 1) * GAP;
        return Math.max(head.prefHeight(-1), images) + insets();
    }

    private int lines(double width, double height) {
        int best = 1;
        for (int lines = 2; lines <= Math.min(MOST_LINES, cells.size()); lines++) {
            if (image(lines, width, height) > image(best, width, height)) {
                best = lines;
            }
        }
        return best;
    }

    private double image(int lines, double width, double height) {
        double high = Math.floor((height - insets() - (lines - 1) * GAP) / lines);
        return Math.floor(cells.get(0).image(wide(lines, width), high));
    }

    private int across(int lines) {
        return (cells.size() + lines - 1) / lines;
    }

    /** Width of a cell. */
    private double wide(int lines, double width) {
        int across = across(lines);
        double room = width - getInsets().getLeft() - getInsets().getRight() - head.prefWidth(-1);
        return Math.floor(room / across - GAP);
    }

    private double insets() {
        return getInsets().getTop() + getInsets().getBottom();
    }

    private double least() {
        return Math.ceil(LEAST * count.getFont().getSize());
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        return getInsets().getLeft()
                + getInsets().getRight()
                + head.prefWidth(-1)
                + across(MOST_LINES) * (TrialCell.wide(least()) + GAP);
    }

    @Override
    protected double computePrefWidth(double height) {
        return computeMinWidth(height);
    }

    @Override
    protected double computeMinHeight(double width) {
        int lines = width < 0 || wide(1, width) < TrialCell.wide(least()) ? Math.min(MOST_LINES, cells.size()) : 1;
        double images = lines * cells.get(0).high(least()) + (lines - 1) * GAP;
        return Math.max(head.prefHeight(-1), images) + insets();
    }

    @Override
    protected double computePrefHeight(double width) {
        return computeMinHeight(width);
    }

    @Override
    protected void layoutChildren() {
        double left = getInsets().getLeft();
        double top = getInsets().getTop();
        double high = getHeight() - insets();
        head.resizeRelocate(left, top, head.prefWidth(-1), high);
        left += head.prefWidth(-1) + GAP;
        int lines = lines(getWidth(), getHeight());
        int across = across(lines);
        double wide = wide(lines, getWidth());
        double each = Math.floor((high - (lines - 1) * GAP) / lines);
        for (int i = 0; i < cells.size(); i++) {
            cells.get(i).resizeRelocate(left + i % across * (wide + GAP), top + i / across * (each + GAP), wide, each);
        }
    }
}
