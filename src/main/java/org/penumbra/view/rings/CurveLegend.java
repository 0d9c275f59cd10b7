package org.penumbra.view.rings;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Line;
import org.penumbra.live.CurvePoint;
import org.penumbra.view.widget.NumberScale;
import org.penumbra.view.widget.SymbolButton;
import org.penumbra.view.widget.ThemeColours;

/** One row a curve: a piece of its line, its name, which explains itself, and its newest number. */
final class CurveLegend extends VBox {
    private static final double SAMPLE = 26;

    private final List<Curve> curves;
    private final List<Line> samples = new ArrayList<>();
    private final List<StringProperty> numbers = new ArrayList<>();

    CurveLegend(List<Curve> curves) {
        this.curves = curves;
        getStyleClass().add("curve-legend");
        for (Curve curve : curves) {
            Line sample = new Line(0, 0, SAMPLE, 0);
            sample.setStrokeWidth(curve.width());
            sample.setStrokeLineCap(javafx.scene.shape.StrokeLineCap.BUTT);
            for (float dash : curve.dashes()) {
                sample.getStrokeDashArray().add((double) dash);
            }
            StringProperty text = new SimpleStringProperty("");
            Label number = new Label();
            number.getStyleClass().add("number");
            number.textProperty().bind(text);
            Region space = new Region();
            HBox.setHgrow(space, Priority.ALWAYS);
            HBox row = new HBox(sample, new SymbolButton(curve.symbol(), text), space, number);
            row.getStyleClass().add("row");
            getChildren().add(row);
            samples.add(sample);
            numbers.add(text);
        }
    }

    /** Shows the numbers of a point, or none for null, and the theme's colours. */
    void show(CurvePoint point, ThemeColours colours) {
        for (int i = 0; i < curves.size(); i++) {
            samples.get(i).setStroke(curves.get(i).colour().apply(colours));
            numbers.get(i).set(point == null ? "" : number(curves.get(i).value().applyAsDouble(point)));
        }
    }

    /** Four digits that count; losses span many powers of ten. */
    static String number(double value) {
        if (!Double.isFinite(value)) {
            return Double.isNaN(value) ? PointerPane.NOTHING : "infinite";
        }
        if (value == 0) {
            return "0";
        }
        double unit = Math.pow(10, Math.floor(Math.log10(Math.abs(value))) - 3);
        return NumberScale.text(Math.rint(value / unit) * unit);
    }
}
