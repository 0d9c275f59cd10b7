package org.penumbra.view.rings;

import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.Shape;
import org.penumbra.paint.ClassColours;
import org.penumbra.view.widget.Argb;
import org.penumbra.view.widget.ScoreText;
import org.penumbra.view.widget.plot.PathsLayer.Mark;
import org.penumbra.view.widget.symbol.Symbol;
import org.penumbra.view.widget.symbol.SymbolButton;

/** One point of an attack: the mark its path ends in, what it raises, how far that has come, and what became of it. */
final class AttackRow extends VBox {

    private final Shape mark;
    private final StringProperty value = new SimpleStringProperty("");
    private final Label score = new Label();
    private final Label headline = new Label();
    private final Label place = new Label();

    /** @param id what the ids of its labels begin with, behind "attack-" */
    AttackRow(String id, Symbol symbol, Mark end) {
        getStyleClass().add("attack-row");
        mark = end == Mark.DISC ? new Circle(5.5) : new Rectangle(9.5, 9.5);
        mark.setRotate(end == Mark.DISC ? 0 : 45);
        mark.getStyleClass().add("attack-mark");
        StackPane box = new StackPane(mark);
        box.getStyleClass().add("mark-box");
        score.getStyleClass().add("score");
        score.setId("attack-" + id + "-score");
        score.setMinWidth(Region.USE_PREF_SIZE);
        score.textProperty().bind(value.map(now -> now.isEmpty() ? PointerPane.NOTHING : now));
        headline.getStyleClass().add("outcome");
        headline.setId("attack-" + id);
        headline.setWrapText(true);
        headline.setMinHeight(Region.USE_PREF_SIZE);
        place.getStyleClass().add("detail");
        place.setId("attack-" + id + "-place");
        place.setWrapText(true);
        place.setMinHeight(Region.USE_PREF_SIZE);
        HBox row = new HBox(box, new SymbolButton(symbol, value), score, headline);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("row");
        getChildren().addAll(row, place);
    }

    void colour(int classNumber) {
        mark.setFill(Argb.colour(ClassColours.argb(classNumber)));
    }

    void show(double reached, AttackWords words) {
        value.set(ScoreText.of(reached, 2));
        headline.setText(words.headline());
        place.setText(words.place());
    }

    /** Before there is anything to tell. */
    void hint(String what, String hint) {
        value.set("");
        headline.setText(what);
        place.setText(hint);
    }
}
