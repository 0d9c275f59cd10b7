package org.penumbra.view.lab;

import java.net.URL;
import java.util.Objects;
import javafx.application.Platform;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.penumbra.view.widget.ThemeColours;
import org.penumbra.view.widget.WidgetStyles;

/**
 * A lab as it is seen: a pane at the left side with what can be set, what it shows in the middle, and mostly a line on its
 * engine at the bottom. The style sheet of its name lies beside the class.
 *
 * <p>The side pane folds away into a slim rail: when a person wants the room, and by itself where it would take more than
 * {@link #MOST_OF_WIDTH} of the width. The middle takes the room there is; where that is less than its least size, it
 * scrolls, so that nothing is cut.
 */
public abstract class LabView extends BorderPane {

    /** The share of the width that a side pane may take before it folds away by itself. */
    static final double MOST_OF_WIDTH = 0.26;

    private final BooleanProperty sideShown = new SimpleBooleanProperty(this, "sideShown", true);
    private final SideRail rail = new SideRail(() -> sideShown.set(true));
    private final ThemeColours letters = new ThemeColours(this::foldByWidth);
    /** It stays the first of the children whatever it holds, so that the tab key comes to it first. */
    private final HBox left = new HBox();

    private Region side;
    /** In base letters, in which the pane is measured also while it is folded away. */
    private double sideLetters;

    private boolean narrow;

    /** @param name of the style sheet, without ".css"; with "-view" behind it, of the style class */
    protected LabView(String name) {
        getStyleClass().add(name + "-view");
        // The top bar of the window is not to be pushed out of it; what has no room here scrolls.
        setMinSize(0, 0);
        getChildren().add(letters);
        WidgetStyles.apply(this);
        URL sheet = getClass().getResource(name + ".css");
        Objects.requireNonNull(sheet, () -> name + ".css: expected beside " + getClass());
        getStylesheets().add(sheet.toExternalForm());
        sideShown.subscribe(shown -> placeSide());
        widthProperty().subscribe(now -> foldByWidth());
    }

    /**
     * Takes the pane at the left, which folds away.
     *
     * @param pane what can be set
     */
    protected final void setSide(Region pane) {
        side = pane;
        setLeft(left);
        // The letters grow with the window, and the pane with the letters.
        pane.widthProperty().subscribe(now -> {
            if (now.doubleValue() > 0) {
                sideLetters = now.doubleValue() / letters.letter();
                // This is told while the view lays out its children; others would get no place in that pass.
                Platform.runLater(this::foldByWidth);
            }
        });
        placeSide();
    }

    /**
     * The same with a button that stays within reach while the pane is folded away.
     *
     * @param pane what can be set
     * @param play the button that plays and pauses
     */
    protected final void setSide(Region pane, Button play) {
        rail.addPlay(play);
        setSide(pane);
    }

    /** Whether the side pane is shown, or folded away into its rail; may be set. */
    public final BooleanProperty sideShownProperty() {
        return sideShown;
    }

    /** Whether there is a side pane. */
    final boolean hasSide() {
        return side != null;
    }

    private void placeSide() {
        if (hasSide()) {
            left.getChildren().setAll(sideShown.get() ? side : rail);
        }
    }

    /** Crossing the border between a wide and a narrow window folds or unfolds; in between a person decides. */
    private void foldByWidth() {
        if (sideLetters == 0 || getWidth() == 0) {
            return;
        }
        boolean now = sideLetters * letters.letter() > MOST_OF_WIDTH * getWidth();
        if (now != narrow) {
            narrow = now;
            sideShown.set(!now);
        }
    }

    /**
     * Fills the middle; the last of the layers lies on top. They get the room there is, but never less than their least
     * size: then the middle scrolls.
     */
    protected final StackPane setLayers(Node... layers) {
        StackPane middle = new StackPane(layers);
        middle.getStyleClass().add("layers");
        ScrollPane scroll = new ScrollPane(middle);
        scroll.getStyleClass().add("middle");
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setFocusTraversable(false);
        scroll.setMinSize(0, 0);
        setCenter(scroll);
        return middle;
    }

    /** Called once a pulse, after the model's. */
    void pulse() {
        if (getBottom() instanceof EngineStatusBar<?> status) {
            status.pulse();
        }
    }
}
