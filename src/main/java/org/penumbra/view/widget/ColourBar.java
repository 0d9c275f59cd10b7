package org.penumbra.view.widget;

import java.util.List;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import javafx.scene.shape.Polygon;

/**
 * What the colours of a picture stand for: a strip from the lowest to the highest number with numbers below it. Class
 * colours make one strip a class under each other. A small mark shows where the number under the pointer lies.
 */
public final class ColourBar extends Region {
    /** Nine times as wide as its numbers are high. */
    private static final double WIDTH = 112 / 12.0;

    private static final double STRIP = 12;
    private static final double MARK = 5;

    private final double low;
    private final double high;
    private final ImageView strip = new ImageView();
    private final Region frame = new Region();
    private final Polygon mark = new Polygon(-MARK, -MARK, MARK, -MARK, 0, MARK * 0.6);
    private final List<Label> numbers;
    private final DoubleProperty marked = new SimpleDoubleProperty(this, "marked", Double.NaN);

    /**
     * @param low  number at the left end
     * @param high number at the right end, above {@code low}
     */
    public ColourBar(double low, double high) {
        this.low = low;
        this.high = high;
        getStyleClass().add("colour-bar");
        frame.getStyleClass().add("frame");
        frame.setMouseTransparent(true);
        mark.getStyleClass().add("mark");
        mark.setManaged(false);
        mark.setVisible(false);
        numbers = List.of(number(low), number((low + high) / 2), number(high));
        strip.setPreserveRatio(false);
        strip.setSmooth(false);
        strip.setAccessibleRole(AccessibleRole.NODE);
        getChildren().addAll(strip, frame, mark);
        getChildren().addAll(numbers);
        marked.addListener((property, old, now) -> placeMark());
    }

    /** Shows colours: a picture whose columns run from the lowest number to the highest, one row a class or one row. */
    public void setColours(PixelPicture colours) {
        strip.setImage(colours.image());
    }

    /** The number the mark points at; NaN hides it. */
    public DoubleProperty markedProperty() {
        return marked;
    }

    @Override
    protected double computePrefWidth(double height) {
        return Math.rint(WIDTH * numbers.get(0).getFont().getSize());
    }

    @Override
    protected double computePrefHeight(double width) {
        return MARK + STRIP + numbers.get(0).prefHeight(-1);
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        strip.setX(0);
        strip.setY(MARK);
        strip.setFitWidth(width);
        strip.setFitHeight(STRIP);
        frame.resizeRelocate(0, MARK, width, STRIP);
        for (int i = 0; i < numbers.size(); i++) {
            Label number = numbers.get(i);
            double share = (double) i / (numbers.size() - 1);
            double own = number.prefWidth(-1);
            number.resizeRelocate(snapPositionX(share * (width - own)), MARK + STRIP, own, number.prefHeight(-1));
        }
        placeMark();
    }

    private void placeMark() {
        double value = marked.get();
        mark.setVisible(!Double.isNaN(value));
        if (mark.isVisible()) {
            double share = Math.min(1, Math.max(0, (value - low) / (high - low)));
            mark.setTranslateX(share * getWidth());
            mark.setTranslateY(MARK);
        }
    }

    private static Label number(double value) {
        Label label = new Label(NumberScale.text(value));
        label.getStyleClass().add("number");
        return label;
    }
}
