package org.penumbra.view.widget.form;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Appears while something typed waits for a restart. */
public final class RestartBar extends VBox {

    /**
     * @param action what the button says that starts the next run
     * @param hint   what it does
     */
    public RestartBar(PendingDraft draft, String action, String hint) {
        this(draft, draft::apply, action, hint);
    }

    /**
     * @param apply  what the button does
     * @param action what it says
     * @param hint   what it does, in words
     */
    public RestartBar(PendingDraft draft, Runnable apply, String action, String hint) {
        getStyleClass().add("restart-bar");
        visibleProperty().bind(draft.pendingProperty());
        managedProperty().bind(visibleProperty());
        Label text = new Label();
        text.setWrapText(true);
        text.textProperty()
                .bind(draft.rightProperty()
                        .map(right -> right ? "Your changes need a restart." : "Not ready to restart yet."));
        Button revert = new Button("Revert");
        revert.setId("revert");
        revert.setTooltip(new Tooltip("Show what runs now again"));
        revert.setOnAction(event -> draft.revert());
        Button restart = new Button(action, new FontIcon(Feather.REFRESH_CW));
        restart.setId("restart");
        restart.getStyleClass().add("accent");
        restart.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(restart, Priority.ALWAYS);
        restart.setTooltip(new Tooltip(hint));
        restart.disableProperty().bind(draft.rightProperty().not());
        restart.setOnAction(event -> apply.run());
        HBox row = new HBox(revert, restart);
        row.getStyleClass().add("row");
        row.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(text, row);
    }
}
