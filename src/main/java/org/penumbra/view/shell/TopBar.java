package org.penumbra.view.shell;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Name, labs, the open lab's menus, image data, sharing, theme and help. */
final class TopBar extends HBox {

    /** A narrower window needs the room of the program's name, and of the words of an invitation, for its buttons, px. */
    private static final double ROOM_FOR_NAME = 1200;

    /** A still narrower one needs that of the sign and of gaps, too, px. */
    private static final double ROOM_FOR_SIGN = 1000;

    private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");

    private final HBox tools = new HBox();
    private final Map<LabEntry, ToggleButton> buttons = new HashMap<>();
    private final Button lookingAt = iconButton(Feather.COMPASS, "What am I looking at? A tour of this lab");
    private final Button side = iconButton(Feather.SIDEBAR, "Side pane (F9)");
    private final Label name = new Label("Penumbra");
    private final Button theme = iconButton(Feather.MOON, "Light or dark (T)");

    TopBar(
            List<LabEntry> labs,
            Consumer<LabEntry> open,
            Node data,
            Node share,
            Runnable preferences,
            Runnable toggleSide,
            Runnable toggleTheme,
            Runnable tour,
            Runnable keys) {
        getStyleClass().add("top-bar");
        setAlignment(Pos.CENTER_LEFT);
        tools.getStyleClass().add("tools");
        tools.setAlignment(Pos.CENTER_RIGHT);
        side.setId("side");
        side.setOnAction(event -> toggleSide.run());
        name.getStyleClass().add("program-name");
        name.managedProperty().bind(name.visibleProperty());
        name.visibleProperty().bind(widthProperty().greaterThanOrEqualTo(ROOM_FOR_NAME));
        Logo sign = new Logo();
        sign.managedProperty().bind(sign.visibleProperty());
        sign.visibleProperty().bind(widthProperty().greaterThanOrEqualTo(ROOM_FOR_SIGN));
        sign.visibleProperty().subscribe(wide -> pseudoClassStateChanged(NARROW, !wide));
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        theme.setId("theme");
        theme.setOnAction(event -> toggleTheme.run());
        lookingAt.setId("tour");
        lookingAt
                .contentDisplayProperty()
                .bind(Bindings.when(widthProperty().lessThan(ROOM_FOR_NAME))
                        .then(ContentDisplay.GRAPHIC_ONLY)
                        .otherwise(ContentDisplay.LEFT));
        lookingAt.setOnAction(event -> {
            if (lookingAt.getText() != null) {
                lookingAt.setText(null);
                lookingAt.getStyleClass().remove("invitation");
                lookingAt.getStyleClass().add("button-icon");
            }
            tour.run();
        });
        Button gear = iconButton(Feather.SETTINGS, "Preferences (Ctrl+,)");
        gear.setId("preferences");
        gear.setOnAction(event -> preferences.run());
        Button help = iconButton(Feather.HELP_CIRCLE, "Keys (F1)");
        help.setId("keys");
        help.setOnAction(event -> keys.run());
        getChildren()
                .addAll(
                        side,
                        new Logo(),
                        name,
                        navigation(labs, open),
                        space,
                        tools,
                        data,
                        share,
                        theme,
                        lookingAt,
                        gear,
                        help);
    }

    void setTools(List<Node> nodes) {
        tools.getChildren().setAll(nodes);
    }

    /**
     * Marks the lab that is open.
     *
     * @param folds whether it has a side pane that folds away
     */
    void setOpen(LabEntry lab, boolean folds) {
        buttons.forEach((entry, button) -> button.setSelected(entry == lab));
        side.setDisable(!folds);
    }

    /** Invites to the tour by a few words on its button, until it is taken. */
    void invite() {
        lookingAt.setText("Take the tour");
        lookingAt.setMinWidth(USE_PREF_SIZE);
        // A button of an icon shows no text.
        lookingAt.getStyleClass().remove("button-icon");
        lookingAt.getStyleClass().add("invitation");
    }

    /** Shows what pressing the theme button would give. */
    void setTheme(Theme shown) {
        theme.setGraphic(new FontIcon(shown == Theme.LIGHT ? Feather.MOON : Feather.SUN));
    }

    /** Shows by a dot whether a lab takes one step after the other, also while another one is open. */
    void setRunning(LabEntry lab, boolean running) {
        ToggleButton button = buttons.get(lab);
        Node dot = button.getGraphic();
        if (running == dot.isVisible()) {
            return;
        }
        dot.setVisible(running);
        button.getTooltip().setText(running ? lab.about() + ". It is running." : lab.about());
        button.setAccessibleText(running ? lab.name() + " (running)" : lab.name());
    }

    /** It keeps its place, so that no tab moves when a lab begins to run. */
    private static Region dot() {
        Region dot = new Region();
        dot.getStyleClass().add("running-dot");
        dot.setVisible(false);
        return dot;
    }

    private HBox navigation(List<LabEntry> labs, Consumer<LabEntry> open) {
        HBox row = new HBox();
        row.getStyleClass().add("navigation");
        row.setAlignment(Pos.CENTER_LEFT);
        for (LabEntry lab : labs) {
            ToggleButton button = new ToggleButton(lab.name(), dot());
            button.getStyleClass().add("lab");
            button.setTooltip(new Tooltip(lab.about()));
            button.setAccessibleText(lab.name());
            // Where the bar is full, the titles of menus give way.
            button.setMinWidth(USE_PREF_SIZE);
            button.setContentDisplay(ContentDisplay.RIGHT);
            // Also for a press on the open one, which would leave none selected. A group would do that, but its arrow
            // keys press a button without telling anybody: the tab of a lab that is not open would look open.
            button.setOnAction(event -> open.accept(lab));
            buttons.put(lab, button);
            row.getChildren().add(button);
        }
        return row;
    }

    private static Button iconButton(Ikon icon, String meaning) {
        Button button = new Button(null, new FontIcon(icon));
        button.getStyleClass().addAll("button-icon", "flat");
        button.setTooltip(new Tooltip(meaning));
        button.setAccessibleText(meaning);
        return button;
    }
}
