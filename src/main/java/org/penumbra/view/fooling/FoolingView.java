package org.penumbra.view.fooling;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.penumbra.view.widget.WidgetStyles;

/** The fooling lab as it is seen: controls, the victims under attack with their curves, and a line on the engine. */
final class FoolingView extends BorderPane {

    private final FoolingControls controls;
    private final AttackPane attack;
    private final FoolingStatusBar status;

    FoolingView(FoolingModel model, FoolingActions actions) {
        getStyleClass().add("fooling-view");
        WidgetStyles.apply(this);
        getStylesheets().add(FoolingView.class.getResource("fooling.css").toExternalForm());
        controls = new FoolingControls(model);
        attack = new AttackPane(model, actions);
        status = new FoolingStatusBar(model);
        VBox cover = cover();
        cover.visibleProperty().bind(model.planProperty().isNull());
        StackPane middle = new StackPane(attack, cover);
        middle.setMinSize(0, 0);
        setLeft(controls);
        setCenter(middle);
        setBottom(status);
    }

    private static VBox cover() {
        Label title = new Label("Reading the models");
        title.getStyleClass().add("paper-title");
        VBox cover = new VBox(new ProgressIndicator(), title);
        cover.getStyleClass().add("starting-cover");
        cover.setAlignment(Pos.CENTER);
        return cover;
    }

    FoolingControls controls() {
        return controls;
    }

    AttackPane attack() {
        return attack;
    }

    /** Called once a pulse, after the model's. */
    void pulse() {
        status.pulse();
    }
}
