package org.penumbra.view.rings;

import java.util.List;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.penumbra.view.rings.AttackModel.Rule;
import org.penumbra.view.widget.form.ChoiceBoxes;
import org.penumbra.view.widget.form.FieldRow;

/** Arms the attack and chooses how its points move. The class to be faked is chosen beside what became of it. */
final class PlaneAttackPane extends VBox {

    private final AttackModel attack;

    PlaneAttackPane(RingsModel model) {
        attack = model.attack();
        getStyleClass().add("form");
        ToggleButton choose = new ToggleButton("Choose a start", new FontIcon(Feather.CROSSHAIR));
        choose.setId("attack-choose");
        choose.setMaxWidth(Double.MAX_VALUE);
        choose.setTooltip(new Tooltip("While it is on, a click in a picture starts an attack there (F)"));
        choose.selectedProperty().bindBidirectional(attack.armedProperty());
        CheckBox differences = new CheckBox("Differences, not the gradient");
        differences.setId("attack-differences");
        differences.setTooltip(new Tooltip(
                "The gradient takes \u0393 for a constant. Differences of the scaled output to both sides see "
                        + "it bend; with ReLUs they see its jumps only."));
        differences.selectedProperty().bindBidirectional(attack.differencesProperty());
        getChildren().addAll(choose, FieldRow.row("Steps", "The rule by which a point moves", rules()), differences);
    }

    private ComboBox<Rule> rules() {
        ComboBox<Rule> rules =
                ChoiceBoxes.of("attack-rule", List.of(Rule.values()), Rule::title, attack.ruleProperty());
        rules.setTooltip(new Tooltip("Adam: steps of about 0.02 everywhere. Plain descent: 0.002 times the slope"));
        return rules;
    }
}
