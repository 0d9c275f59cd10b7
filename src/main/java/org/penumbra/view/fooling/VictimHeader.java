package org.penumbra.view.fooling;

import java.util.Locale;
import java.util.Optional;
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
import org.penumbra.fooling.victim.Threshold;
import org.penumbra.live.fooling.AttackedModel;
import org.penumbra.net.image.TrainedModel;
import org.penumbra.view.fooling.trial.FoolingSymbols;
import org.penumbra.view.lab.ModelMenu;
import org.penumbra.view.widget.IconButton;
import org.penumbra.view.widget.NumberScale;
import org.penumbra.view.widget.symbol.SymbolButton;

/** A victim's name, by which another is chosen in its place; below it its detector, likewise, and how that is set. */
final class VictimHeader extends VBox {

    private final Label alphaNumber = new Label();

    /** @param index of the victim, for ids */
    VictimHeader(AttackedModel victim, int index, FoolingModel model, FoolingActions actions) {
        getStyleClass().add("victim-header");
        String name = victim.name();
        Optional<ChosenVictim> chosen = model.victims().of(name);
        ModelMenu menu = new ModelMenu(
                chosen.map(one -> one.entry().name()).orElse(name),
                model.victims()::others,
                entry -> model.losing(() -> model.victims().replace(name, entry)),
                () -> actions.openVictim(name));
        menu.setId("victim-" + index);
        menu.setTooltip(new Tooltip("Attack another model in place of " + name));
        menu.setAccessibleText("Victim " + name + ": attack another model in its place");
        menu.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(menu, Priority.ALWAYS);
        Button remove = new IconButton(
                "remove-" + index,
                Feather.X,
                "Do not attack " + name,
                () -> model.losing(() -> model.victims().remove(name)));
        remove.getStyleClass().add("flat");
        remove.setVisible(model.victims().chosen().size() > 1);
        HBox who = new HBox(menu, remove);
        who.getStyleClass().add("who");
        HBox about = new HBox(new VictimJudgeMenu(victim, index, model));
        about.getStyleClass().add("about");
        about.setAlignment(Pos.CENTER_LEFT);
        Threshold threshold = victim.threshold(1);
        if (victim.fitted().about().value("alpha").isPresent()) {
            addConfidence(about, victim, index);
        } else if (!threshold.ofScore()) {
            Label own = new Label("\u2265 " + NumberScale.text(threshold.value()));
            own.setId("threshold-" + index);
            own.setMinWidth(Region.USE_PREF_SIZE);
            about.getChildren()
                    .addAll(
                            new SymbolButton(
                                    FoolingSymbols.acceptance(victim, 1), new SimpleStringProperty(own.getText())),
                            own);
        } else if (victim.model().shape().omega() > 1) {
            String omega = Integer.toString(victim.model().shape().omega());
            about.getChildren()
                    .addAll(new SymbolButton(FoolingSymbols.OMEGA, new SimpleStringProperty(omega)), new Label(omega));
        }
        getChildren().addAll(who, about);
        show(victim);
    }

    private void addConfidence(HBox about, AttackedModel victim, int index) {
        alphaNumber.setMinWidth(Region.USE_PREF_SIZE);
        about.getChildren().addAll(new SymbolButton(FoolingSymbols.ALPHA, alphaNumber.textProperty()), alphaNumber);
        if (victim.model() instanceof TrainedModel) {
            // Of a network that another program trained nobody knows it.
            SymbolButton clutter = new SymbolButton(
                    FoolingSymbols.clutter(victim.model()),
                    new SimpleStringProperty("\u03c1 = "
                            + NumberScale.text(victim.model().trainingImages().clutter())));
            clutter.setId("clutter-" + index);
            about.getChildren().add(clutter);
        }
    }

    /** Shows the victim as it is calibrated now. */
    void show(AttackedModel victim) {
        alphaNumber.setText(String.format(Locale.ROOT, "%.3g", victim.alpha())
                + (victim.beta() > 0 ? String.format(Locale.ROOT, ", \u03b2 %.3g", victim.beta()) : ""));
    }
}
