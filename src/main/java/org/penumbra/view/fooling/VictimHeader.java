package org.penumbra.view.fooling;

import java.util.Locale;
import javafx.beans.property.SimpleStringProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.penumbra.live.fooling.AttackedModel;
import org.penumbra.view.fooling.trial.FoolingSymbols;
import org.penumbra.view.lab.ModelMenu;
import org.penumbra.view.widget.IconButton;
import org.penumbra.view.widget.NumberScale;
import org.penumbra.view.widget.symbol.Symbol;
import org.penumbra.view.widget.symbol.SymbolButton;

/** A victim's name, by which another is chosen in its place, and how its confidence is set. */
final class VictimHeader extends VBox {

    private final Label alphaNumber = new Label();

    /** @param index of the victim, for ids */
    VictimHeader(AttackedModel victim, int index, FoolingModel model, FoolingActions actions) {
        getStyleClass().add("victim-header");
        String name = victim.name();
        ModelMenu menu = new ModelMenu(
                name,
                model.victims()::others,
                entry -> model.losing(() -> model.victims().replace(name, entry)),
                () -> actions.openVictim(name));
        menu.setId("victim-" + index);
        menu.setTooltip(new Tooltip("Attack another model in place of " + name));
        menu.setAccessibleText("Victim " + name + ": attack another model in its place");
        menu.setMaxWidth(Double.MAX_VALUE);
        Button remove = new IconButton(
                "remove-" + index,
                Feather.X,
                "Do not attack " + name,
                () -> model.losing(() -> model.victims().remove(name)));
        remove.getStyleClass().add("flat");
        remove.setVisible(model.victims().chosen().size() > 1);
        HBox about = new HBox();
        about.getStyleClass().add("about");
        about.setAlignment(Pos.CENTER_LEFT);
        if (victim.model().doubts()) {
            alphaNumber.setMinWidth(Region.USE_PREF_SIZE);
            Symbol trained = FoolingSymbols.clutter(victim.model());
            SymbolButton clutter = new SymbolButton(
                    trained,
                    new SimpleStringProperty("\u03c1 = "
                            + NumberScale.text(
                                    victim.model().provenance().training().clutter())));
            clutter.setId("clutter-" + index);
            about.getChildren()
                    .addAll(new SymbolButton(FoolingSymbols.ALPHA, alphaNumber.textProperty()), alphaNumber, clutter);
        } else {
            about.getChildren().add(new Label(victim.fitted().about().name()));
            int omega = victim.model().settings().omega();
            if (omega > 1) {
                about.getChildren()
                        .addAll(
                                new SymbolButton(
                                        FoolingSymbols.OMEGA, new SimpleStringProperty(Integer.toString(omega))),
                                new Label(Integer.toString(omega)));
            }
        }
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        about.getChildren().addAll(space, remove);
        getChildren().addAll(menu, about);
        show(victim);
    }

    /** Shows the victim as it is calibrated now. */
    void show(AttackedModel victim) {
        alphaNumber.setText(String.format(Locale.ROOT, "%.3g", victim.alpha())
                + (victim.beta() > 0 ? String.format(Locale.ROOT, ", \u03b2 %.3g", victim.beta()) : ""));
    }
}
