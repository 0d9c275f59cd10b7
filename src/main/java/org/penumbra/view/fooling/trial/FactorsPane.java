package org.penumbra.view.fooling.trial;

import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.penumbra.fooling.victim.Threshold;
import org.penumbra.live.fooling.AttackedModel;
import org.penumbra.live.fooling.TrialFrame;
import org.penumbra.view.widget.symbol.Symbol;
import org.penumbra.view.widget.symbol.SymbolButton;

/**
 * y, c~ and y~ of the target below each other, so that one sees which of them refuses. Of a detector with a threshold of its
 * own y, its acceptance, and what is held against the threshold.
 */
public final class FactorsPane extends GridPane {

    private final List<FactorBar> bars =
            List.of(new FactorBar("y"), new FactorBar("confidence"), new FactorBar("scaled"));
    private final List<StringProperty> numbers =
            List.of(new SimpleStringProperty(), new SimpleStringProperty(), new SimpleStringProperty());

    private final AttackedModel victim;

    public FactorsPane(AttackedModel victim) {
        this.victim = victim;
        getStyleClass().add("factors");
        List<Symbol> symbols = ofScore(1)
                ? List.of(FoolingSymbols.Y, FoolingSymbols.CONFIDENCE, FoolingSymbols.SCALED)
                : List.of(FoolingSymbols.Y, FoolingSymbols.acceptance(victim, 1), FoolingSymbols.HELD);
        for (int row = 0; row < symbols.size(); row++) {
            Label number = new Label();
            number.setMinWidth(Region.USE_PREF_SIZE);
            number.textProperty().bind(numbers.get(row));
            add(new SymbolButton(symbols.get(row), numbers.get(row)), 0, row);
            add(bars.get(row), 1, row);
            add(number, 2, row);
        }
        ColumnConstraints middle = new ColumnConstraints();
        middle.setHgrow(Priority.ALWAYS);
        ColumnConstraints right = new ColumnConstraints();
        right.setHalignment(HPos.RIGHT);
        getColumnConstraints().addAll(new ColumnConstraints(), middle, right);
        clear();
    }

    private boolean ofScore(double tau) {
        return victim.threshold(tau).ofScore();
    }

    public void show(TrialFrame trial, double tau) {
        boolean ofScore = ofScore(tau);
        Threshold threshold = victim.threshold(tau);
        double[] values = {trial.probability(), ofScore ? trial.confidence() : trial.acceptance(), trial.score()};
        for (int i = 0; i < values.length; i++) {
            boolean own = !ofScore && i > 0;
            bars.get(i).show(own ? threshold.beside(values[i], tau) : values[i], ofScore || own ? tau : Double.NaN);
            numbers.get(i).set(TrialWords.score(values[i]));
        }
    }

    public void clear() {
        bars.forEach(bar -> bar.show(0, Double.NaN));
        numbers.forEach(number -> number.set(TrialWords.score(Double.NaN)));
    }
}
