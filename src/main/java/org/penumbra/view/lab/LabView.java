package org.penumbra.view.lab;

import java.net.URL;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import org.penumbra.view.widget.WidgetStyles;

/**
 * A lab as it is seen: a column at the left, what it shows in the middle, and mostly a line on its engine at the bottom.
 * The style sheet of its name lies beside the class.
 */
public abstract class LabView extends BorderPane {

    /** @param name of the style sheet, without ".css"; with "-view" behind it, of the style class */
    protected LabView(String name) {
        getStyleClass().add(name + "-view");
        WidgetStyles.apply(this);
        URL sheet = getClass().getResource(name + ".css");
        Objects.requireNonNull(sheet, () -> name + ".css: expected beside " + getClass());
        getStylesheets().add(sheet.toExternalForm());
    }

    /** Fills the middle; the last of the layers lies on top. They may become smaller than they would like to be. */
    protected final StackPane setLayers(Node... layers) {
        StackPane middle = new StackPane(layers);
        middle.setMinSize(0, 0);
        setCenter(middle);
        return middle;
    }

    /** Called once a pulse, after the model's. */
    void pulse() {
        if (getBottom() instanceof EngineStatusBar<?> status) {
            status.pulse();
        }
    }
}
