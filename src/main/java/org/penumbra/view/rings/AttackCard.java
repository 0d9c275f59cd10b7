package org.penumbra.view.rings;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.penumbra.live.rings.AttackFrame;
import org.penumbra.live.rings.AttackPath;
import org.penumbra.live.rings.AttackPath.Attacked;
import org.penumbra.live.rings.RingsFrame;
import org.penumbra.view.rings.field.RingsSymbols;
import org.penumbra.view.widget.IconButton;
import org.penumbra.view.widget.PulseRedraw;
import org.penumbra.view.widget.WidgetStyles;
import org.penumbra.view.widget.plot.PathsLayer.Mark;

/** What became of the two points of an attack. It is there while the attack is armed or something is to be told of it. */
final class AttackCard extends VBox {

    private final RingsModel model;
    private final AttackModel attack;
    private final PulseRedraw pulse = new PulseRedraw(this, PulseRedraw.Moment.BEFORE_LAYOUT, this::show);
    private final Label title = new Label();
    private final Label problem = new Label();
    private final AttackRow prediction = new AttackRow("y", RingsSymbols.Y, Mark.DISC);
    private final AttackRow scaled = new AttackRow("scaled", RingsSymbols.SCALED, Mark.DIAMOND);
    private final IconButton again;
    private final IconButton clear;

    AttackCard(RingsModel model) {
        this.model = model;
        attack = model.attack();
        again = new IconButton("attack-again", Feather.ROTATE_CCW, "", this::againOrStop);
        clear = new IconButton(
                "attack-clear", Feather.X, "Take the paths away and pan with the mouse again", this::leave);
        getStyleClass().add("attack-card");
        WidgetStyles.apply(this);
        title.getStyleClass().add("pane-title");
        title.setId("attack-title");
        problem.getStyleClass().add("problem");
        problem.setId("attack-problem");
        problem.setWrapText(true);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox header = new HBox(title, space, again, clear);
        header.getStyleClass().add("header");
        getChildren().addAll(header, new TargetButtons(model), prediction, scaled, problem);
        managedProperty().bind(visibleProperty());
        attack.frameProperty().addListener((observed, before, now) -> changed());
        attack.armedProperty().addListener((observed, before, now) -> changed());
        attack.targetProperty().addListener((observed, before, now) -> changed());
        show();
    }

    /** Whether it is there decides about the layout of others, so that is told at once; the rest waits for the pulse. */
    private void changed() {
        setVisible(attack.armedProperty().get() || attack.frameProperty().get() != null);
        pulse.request();
    }

    private void againOrStop() {
        AttackFrame frame = attack.frameProperty().get();
        if (frame != null && frame.walking()) {
            attack.stop();
        } else {
            attack.again();
        }
    }

    private void leave() {
        attack.clear();
        attack.armedProperty().set(false);
    }

    private void show() {
        AttackFrame frame = attack.frameProperty().get();
        RingsFrame seen = model.frameProperty().get();
        setVisible(attack.armedProperty().get() || frame != null);
        int target = attack.targetProperty().get();
        title.setText("Attack: fake class " + target);
        boolean walking = frame != null && frame.walking();
        again.setGraphic(new FontIcon(walking ? Feather.SQUARE : Feather.ROTATE_CCW));
        again.getTooltip().setText(walking ? "Stop the points where they are" : "Once more from the same place");
        again.setAccessibleText(again.getTooltip().getText());
        again.setDisable(frame == null);
        problem.setText(frame == null ? "" : frame.problem());
        problem.setVisible(!problem.getText().isEmpty());
        problem.setManaged(problem.isVisible());
        prediction.colour(target);
        scaled.colour(target);
        if (frame == null
                || seen == null
                || frame.paths().stream().anyMatch(path -> path.points().isEmpty())) {
            prediction.hint("raises y", "Click a picture: both start there.");
            scaled.hint("raises \u1ef9", "Dragging still moves the pictures.");
        } else {
            frame.paths().forEach(path -> show(path, frame, seen));
        }
    }

    private void show(AttackPath path, AttackFrame frame, RingsFrame seen) {
        AttackRow row = path.attacked() == Attacked.PREDICTION ? prediction : scaled;
        row.show(
                path.score(),
                AttackWords.of(
                        path, frame.plan().target(), model.setupProperty().get().data(), seen.points()));
    }
}
