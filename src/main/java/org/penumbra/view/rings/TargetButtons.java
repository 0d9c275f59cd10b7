package org.penumbra.view.rings;

import javafx.scene.layout.FlowPane;
import org.penumbra.view.rings.points.ClassButton;

/** Chooses the class that the attack fakes, one button a class of the present data. */
final class TargetButtons extends FlowPane {

    private final AttackModel attack;

    TargetButtons(RingsModel model) {
        attack = model.attack();
        getStyleClass().add("class-buttons");
        model.setupProperty().subscribe(setup -> show(setup.data().classes()));
        attack.targetProperty().addListener((observed, before, now) -> light());
    }

    private void show(int classes) {
        if (getChildren().size() == classes) {
            return;
        }
        getChildren().clear();
        for (int k = 0; k < classes; k++) {
            int classNumber = k;
            ClassButton button = new ClassButton("attack-" + k, k, "Fake class " + k);
            button.setOnAction(event -> {
                attack.targetProperty().set(classNumber);
                // A second click would leave no class chosen.
                light();
            });
            getChildren().add(button);
        }
        light();
    }

    private void light() {
        for (int k = 0; k < getChildren().size(); k++) {
            ((ClassButton) getChildren().get(k))
                    .setSelected(attack.targetProperty().get() == k);
        }
    }
}
