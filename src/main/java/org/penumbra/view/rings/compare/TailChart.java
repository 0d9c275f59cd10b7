package org.penumbra.view.rings.compare;

import java.util.Locale;
import java.util.function.DoubleUnaryOperator;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polyline;

/**
 * The tail of a distribution as a curve from 0 to 1 over the distance, with a mark where an input lies: left of the rise it is as
 * near as the class's own, right of it farther than all of them.
 */
final class TailChart extends Region {

    private static final PseudoClass FAR = PseudoClass.getPseudoClass("far");
    private static final double HEIGHT = 64;
    private static final double AWAY = 4;
    private static final int STEPS = 80;
    /** The curve goes on for so many times the distance at which it ends to rise. */
    private static final double ROOM = 1.3;

    private static final double RADIUS = 4;

    private final Line floor = new Line();
    private final Line ceiling = new Line();
    private final Polyline curve = new Polyline();
    private final Line drop = new Line();
    private final Circle mark = new Circle(RADIUS);
    private final Label words = new Label();
    private DoubleUnaryOperator share = distance -> 0;
    private double end = 1;
    private double distance;

    TailChart() {
        getStyleClass().add("tail-chart");
        floor.getStyleClass().add("axis");
        ceiling.getStyleClass().add("axis");
        curve.getStyleClass().add("curve");
        drop.getStyleClass().add("drop");
        mark.getStyleClass().add("mark");
        words.getStyleClass().add("words");
        getChildren().addAll(floor, ceiling, curve, drop, mark, words);
        managedProperty().bind(visibleProperty());
        setVisible(false);
    }

    /**
     * Shows a tail.
     *
     * @param name     of the class, for the words
     * @param cdf      the share of the tail that is nearer than a distance, 0 to 1
     * @param risen    the distance at which nearly all of it is
     * @param measured of the input, in the same units
     */
    void show(String name, DoubleUnaryOperator cdf, double risen, double measured) {
        share = cdf;
        distance = measured;
        end = ROOM * Math.max(risen, Math.min(measured, 3 * risen));
        double nearer = cdf.applyAsDouble(measured);
        words.setText(String.format(Locale.ROOT, "%s: d = %.2f, F(d) = %.3f", name, measured, nearer));
        setAccessibleText("Tail of " + words.getText());
        mark.pseudoClassStateChanged(FAR, nearer > 0.5);
        setVisible(true);
        requestLayout();
    }

    @Override
    protected double computePrefHeight(double width) {
        return HEIGHT + words.prefHeight(-1);
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth() - 2 * AWAY;
        line(ceiling, AWAY, AWAY, AWAY + width, AWAY);
        line(floor, AWAY, HEIGHT - AWAY, AWAY + width, HEIGHT - AWAY);
        curve.getPoints().clear();
        for (int step = 0; step <= STEPS; step++) {
            double at = end * step / STEPS;
            curve.getPoints().addAll(x(at, width), y(share.applyAsDouble(at)));
        }
        double place = Math.min(distance, end);
        mark.setCenterX(x(place, width));
        mark.setCenterY(y(share.applyAsDouble(distance)));
        line(drop, mark.getCenterX(), HEIGHT - AWAY, mark.getCenterX(), mark.getCenterY());
        words.resizeRelocate(AWAY, HEIGHT, width, words.prefHeight(-1));
    }

    private double x(double at, double width) {
        return AWAY + width * at / end;
    }

    private static double y(double part) {
        return HEIGHT - AWAY - (HEIGHT - 2 * AWAY) * part;
    }

    private static void line(Line line, double fromX, double fromY, double toX, double toY) {
        line.setStartX(fromX);
        line.setStartY(fromY);
        line.setEndX(toX);
        line.setEndY(toY);
    }
}
