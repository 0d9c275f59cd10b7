package org.penumbra.view.shell.tour;

import java.util.List;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.Shape;

/** Walks a newcomer through the window: lights one part after another and says what it shows. */
public final class Tour extends Pane {

    private static final double AROUND = 4;
    private static final double GAP = 16;

    private final List<TourStep> steps;
    private final Runnable close;
    private final Label count = new Label();
    private final Label title = new Label();
    private final Label text = new Label();
    private final Button back = new Button("Back");
    private final Button next = new Button("Next");
    private final VBox card = new VBox();
    private int at;

    public Tour(List<TourStep> steps, Runnable close) {
        this.steps = steps;
        this.close = close;
        getStyleClass().add("tour");
        setFocusTraversable(true);
        buildCard();
        getChildren().add(card);
        addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        go(0);
    }

    private void buildCard() {
        card.getStyleClass().addAll("paper", "tour-card");
        count.getStyleClass().add("text-muted");
        title.getStyleClass().add("paper-title");
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        next.getStyleClass().add("accent");
        Button skip = new Button("Close");
        skip.getStyleClass().add("flat");
        skip.setOnAction(event -> close.run());
        back.setOnAction(event -> go(at - 1));
        next.setOnAction(event -> forward());
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox buttons = new HBox(skip, space, back, next);
        buttons.getStyleClass().add("choices");
        buttons.setAlignment(Pos.CENTER_LEFT);
        card.getChildren().addAll(count, title, text, buttons);
    }

    private void go(int step) {
        at = step;
        count.setText((at + 1) + " of " + steps.size());
        title.setText(steps.get(at).title());
        text.setText(steps.get(at).text());
        back.setDisable(at == 0);
        next.setText(at == steps.size() - 1 ? "Done" : "Next");
        requestLayout();
    }

    private void forward() {
        if (at == steps.size() - 1) {
            close.run();
        } else {
            go(at + 1);
        }
    }

    private void pressed(KeyEvent event) {
        KeyCode code = event.getCode();
        if (code == KeyCode.ESCAPE) {
            close.run();
        } else if (code == KeyCode.RIGHT || code == KeyCode.ENTER || code == KeyCode.SPACE) {
            forward();
        } else if (code == KeyCode.LEFT && at > 0) {
            go(at - 1);
        } else {
            return;
        }
        event.consume();
    }

    @Override
    protected void layoutChildren() {
        Bounds lit = lit();
        getChildren().removeIf(child -> child instanceof Shape);
        Rectangle hole = new Rectangle(
                lit.getMinX() - AROUND,
                lit.getMinY() - AROUND,
                lit.getWidth() + 2 * AROUND,
                lit.getHeight() + 2 * AROUND);
        hole.setArcWidth(12);
        hole.setArcHeight(12);
        Shape shade = Shape.subtract(new Rectangle(getWidth(), getHeight()), hole);
        shade.getStyleClass().add("shade");
        shade.setManaged(false);
        getChildren().add(0, shade);
        place(lit);
    }

    private Bounds lit() {
        Node target = steps.get(at).target().get();
        return sceneToLocal(target.localToScene(target.getLayoutBounds()));
    }

    /** Beside what is lit where there is most room, and never outside the window. */
    private void place(Bounds lit) {
        double width = Math.min(card.prefWidth(-1), getWidth() - 2 * GAP);
        double height = Math.min(card.prefHeight(width), getHeight() - 2 * GAP);
        double x;
        double y = lit.getMinY();
        if (getWidth() - lit.getMaxX() >= width + 2 * GAP) {
            x = lit.getMaxX() + GAP;
        } else if (lit.getMinX() >= width + 2 * GAP) {
            x = lit.getMinX() - GAP - width;
        } else {
            x = lit.getCenterX() - width / 2;
            y = lit.getCenterY() - height / 2;
        }
        card.resizeRelocate(
                Math.max(GAP, Math.min(x, getWidth() - width - GAP)),
                Math.max(GAP, Math.min(y, getHeight() - height - GAP)),
                width,
                height);
    }
}
