package org.penumbra.view.fooling;

import javafx.scene.layout.Region;
import org.penumbra.view.lab.LabCover;
import org.penumbra.view.lab.LabView;

/** The fooling lab as it is seen: controls, the victims under attack with their curves, and a line on the engine. */
final class FoolingView extends LabView {

    private final FoolingControls controls;
    private final AttackPane attack;

    FoolingView(FoolingModel model, FoolingActions actions) {
        super("fooling");
        controls = new FoolingControls(model);
        attack = new AttackPane(model, actions);
        LabCover cover = new LabCover("Reading the models");
        cover.visibleProperty().bind(model.planProperty().isNull());
        setSide(controls, controls.transport().play());
        setLayers(attack, cover);
        Region middle = (Region) getCenter();
        middle.layoutBoundsProperty().subscribe(room -> attack.fit(room.getWidth(), room.getHeight()));
        model.planProperty().subscribe(plan -> attack.fit(middle.getWidth(), middle.getHeight()));
        setBottom(new FoolingStatusBar(model));
    }

    FoolingControls controls() {
        return controls;
    }

    AttackPane attack() {
        return attack;
    }
}
