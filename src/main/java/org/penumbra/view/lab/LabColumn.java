package org.penumbra.view.lab;

import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.penumbra.view.widget.SteadyScroll;

/** The column at the left of a lab: sections that scroll, with all that can be set, and below them what stays in sight. */
public abstract class LabColumn extends VBox {

    private final VBox sections = new VBox();
    private final FoldInSight inSight;

    protected LabColumn() {
        getStyleClass().add("controls-pane");
        sections.getStyleClass().add("column");
        ScrollPane scroll = new ScrollPane(sections);
        scroll.setFitToWidth(true);
        SteadyScroll.in(scroll, Orientation.VERTICAL);
        scroll.setFocusTraversable(false);
        inSight = new FoldInSight(scroll, sections);
        setVgrow(scroll, Priority.ALWAYS);
        getChildren().add(scroll);
    }

    /** Fills the part that scrolls, from the top; a section that is unfolded comes into sight. */
    protected final void setSections(Node... all) {
        sections.getChildren().setAll(all);
        for (Node one : all) {
            if (one instanceof TitledPane fold) {
                inSight.follow(fold);
            }
        }
    }

    /** Puts something below, which does not scroll away. */
    protected final void addFoot(Node foot) {
        getChildren().add(foot);
    }
}
