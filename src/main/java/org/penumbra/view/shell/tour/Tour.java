package org.penumbra.view.shell.tour;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.InvalidationListener;
import javafx.beans.property.BooleanProperty;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Dimension2D;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.Shape;
import org.penumbra.view.widget.Scrolling;

/** Walks a newcomer through the window: lights one part after another and says what it shows. */
public final class Tour extends Pane {

    private static final double AROUND = 4;
    /** Widths of the card that are tried where the usual one would cover what it explains, as shares of that. */
    private static final double NARROW = 0.75;

    private static final double WIDE = 1.5;

    private final List<TourStep> steps;
    private final Optional<BooleanProperty> side;
    private final Runnable close;
    private final Label count = new Label();
    private final Label title = new Label();
    private final Label text = new Label();
    private final Button back = new Button("Back");
    private final Button next = new Button("Next");
    private final VBox card = new VBox();
    private final InvalidationListener moved = observed -> requestLayout();
    private Node target;
    /** Whether the side pane is shown for this stop only. */
    private boolean unfolded;

    private int at;

    /**
     * @param steps its stops, in order; at least one
     * @param side  whether the lab's side pane is shown, where it has one that folds away: it is unfolded for what it holds
     * @param close takes the tour away
     */
    public Tour(List<TourStep> steps, Optional<BooleanProperty> side, Runnable close) {
        this.steps = steps;
        this.side = side;
        this.close = close;
        getStyleClass().add("tour");
        setFocusTraversable(true);
        buildCard();
        getChildren().add(card);
        addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        go(0);
        sceneProperty().addListener((observed, before, now) -> {
            if (now == null) {
                forgetTarget();
            }
        });
    }

    private void buildCard() {
        card.getStyleClass().addAll("paper", "tour-card");
        count.getStyleClass().add("text-muted");
        title.getStyleClass().add("paper-title");
        title.setWrapText(true);
        title.setMinHeight(Region.USE_PREF_SIZE);
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
        setAccessibleText(title.getText() + ". " + text.getText());
        light(steps.get(at).target().get());
    }

    /** Follows the target: it may be scrolled into sight, or get its place only with the next layout. */
    private void light(Node next) {
        forgetTarget();
        target = next;
        if (target.getScene() == null && side.filter(shown -> !shown.get()).isPresent()) {
            unfolded = true;
            side.get().set(true);
        }
        target.localToSceneTransformProperty().addListener(moved);
        target.layoutBoundsProperty().addListener(moved);
        Scrolling.reveal(target);
        requestLayout();
    }

    private void forgetTarget() {
        if (target != null) {
            target.localToSceneTransformProperty().removeListener(moved);
            target.layoutBoundsProperty().removeListener(moved);
            target = null;
        }
        if (unfolded) {
            unfolded = false;
            side.get().set(false);
        }
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
        if (target == null) {
            return;
        }
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

    /** The part of the target that is seen. */
    Bounds lit() {
        return seen(target, target.localToScene(target.getLayoutBounds()));
    }

    private Bounds seen(Node node, Bounds inScene) {
        Bounds seen = new BoundingBox(0, 0, getWidth(), getHeight());
        seen = common(seen, sceneToLocal(inScene));
        for (Node at = node.getParent(); at != null; at = at.getParent()) {
            if (at.getClip() != null || at instanceof ScrollPane) {
                seen = common(seen, sceneToLocal(at.localToScene(at.getLayoutBounds())));
            }
        }
        return seen;
    }

    private static Bounds common(Bounds one, Bounds other) {
        double x = Math.max(one.getMinX(), other.getMinX());
        double y = Math.max(one.getMinY(), other.getMinY());
        return new BoundingBox(
                x,
                y,
                Math.max(0, Math.min(one.getMaxX(), other.getMaxX()) - x),
                Math.max(0, Math.min(one.getMaxY(), other.getMaxY()) - y));
    }

    private void place(Bounds lit) {
        List<Dimension2D> sizes = Stream.of(card.prefWidth(-1), NARROW * card.prefWidth(-1), WIDE * card.prefWidth(-1))
                .map(width -> new Dimension2D(width, card.prefHeight(width)))
                .toList();
        Bounds place = CardPlace.of(new Dimension2D(getWidth(), getHeight()), lit, sizes);
        card.resizeRelocate(
                snapPositionX(place.getMinX()), snapPositionY(place.getMinY()), place.getWidth(), place.getHeight());
    }
}
