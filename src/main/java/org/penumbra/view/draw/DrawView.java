package org.penumbra.view.draw;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import org.penumbra.data.image.KnownImages;
import org.penumbra.view.draw.answer.DrawModel;
import org.penumbra.view.draw.input.InputPane;
import org.penumbra.view.lab.LabView;

/** The drawing lab as it is seen: the input, sliders, the models' cards, and where the input lies. */
final class DrawView extends LabView {

    private final SettingsBar settings;
    private final CardsPane cards;
    private final ErrorsPane errors;
    private final InputPane input;

    /**
     * @param input    what draws and chooses images
     * @param openData opens the sheet of image data
     */
    DrawView(DrawModel model, InputPane input, DrawActions actions, Consumer<Optional<KnownImages>> openData) {
        super("draw");
        this.input = input;
        settings = new SettingsBar(model);
        cards = new CardsPane(model, actions, openData);
        errors = new ErrorsPane(model);
        setLayers(new DrawDesk(input, settings, cards, errors));
    }

    SettingsBar settings() {
        return settings;
    }

    CardsPane cards() {
        return cards;
    }

    ErrorsPane errors() {
        return errors;
    }

    Node input() {
        return input;
    }
}
