package org.penumbra.view.fooling;

import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;

/** Offers to breed images where the attack goes by a gradient and a victim has none; nothing is switched unasked. */
final class EvolveButton {

    private EvolveButton() {}

    /** Not to be seen before it is needed. @param index of the victim, for its id */
    static Button of(int index, FoolingModel model) {
        Button evolve = new Button("Breed images instead");
        evolve.setId("evolve-" + index);
        evolve.setTooltip(new Tooltip(
                "Attack every victim with \u201c" + Protocol.CPPN.title() + "\u201d, which needs no gradient"));
        evolve.setAccessibleText("Breed images instead, for every victim");
        evolve.setOnAction(event -> model.protocolProperty().set(Protocol.CPPN));
        evolve.setVisible(false);
        evolve.setManaged(false);
        return evolve;
    }
}
