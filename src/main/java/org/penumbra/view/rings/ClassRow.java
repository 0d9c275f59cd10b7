package org.penumbra.view.rings;

import java.util.Locale;
import javafx.geometry.Insets;
import javafx.scene.control.Label;
import javafx.scene.layout.Background;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.CornerRadii;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import org.penumbra.paint.ClassColours;
import org.penumbra.view.rings.field.CellReading;
import org.penumbra.view.widget.Argb;
import org.penumbra.view.widget.ShareBar;

/** What is said of one class under the pointer: its colour and name, y and y~ each as a bar and a number. */
final class ClassRow {
    private final int classNumber;
    private final ShareBar predictedBar;
    private final ShareBar scaledBar;
    private final Label predicted = number();
    private final Label scaled = number();

    ClassRow(int classNumber) {
        this.classNumber = classNumber;
        predictedBar = new ShareBar(ClassColours.argb(classNumber));
        scaledBar = new ShareBar(ClassColours.argb(classNumber));
        predicted.setId("y-" + classNumber);
        scaled.setId("scaled-" + classNumber);
    }

    void addTo(GridPane grid, int row) {
        HBox name = new HBox(swatch(classNumber), new Label("class " + classNumber));
        name.getStyleClass().add("class-name");
        grid.addRow(row, name, predictedBar, predicted, scaledBar, scaled);
    }

    void show(CellReading reading) {
        double probability = reading.probabilities()[classNumber];
        predictedBar.setShare(probability);
        predicted.setText(String.format(Locale.ROOT, "%.3f", probability));
        scaledBar.setShare(reading.scaled(classNumber));
        scaled.setText(String.format(Locale.ROOT, "%.3f", reading.scaled(classNumber)));
    }

    void clear() {
        predictedBar.setShare(0);
        scaledBar.setShare(0);
        predicted.setText(PointerPane.NOTHING);
        scaled.setText(PointerPane.NOTHING);
    }

    /** A small square of a class's colour. */
    static Region swatch(int classNumber) {
        Region swatch = new Region();
        swatch.getStyleClass().add("swatch");
        Color colour = Argb.colour(ClassColours.argb(classNumber));
        swatch.setBackground(new Background(new BackgroundFill(colour, new CornerRadii(3), Insets.EMPTY)));
        return swatch;
    }

    private static Label number() {
        Label label = new Label(PointerPane.NOTHING);
        label.getStyleClass().add("number");
        return label;
    }
}
