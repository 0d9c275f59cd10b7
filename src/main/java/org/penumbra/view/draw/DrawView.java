package org.penumbra.view.draw;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.penumbra.data.image.KnownImages;
import org.penumbra.view.draw.answer.DrawModel;
import org.penumbra.view.lab.LabView;
import org.penumbra.view.widget.SteadyScroll;

/** The drawing lab as it is seen: the input at the left; at the right sliders, the models' cards, and where the input lies. */
final class DrawView extends LabView {

    private final SettingsBar settings;
    private final CardsPane cards;
    private final ErrorsPane errors;
    private final Node input;

    /**
     * @param input    what draws and chooses images
     * @param openData opens the sheet of image data
     */
    DrawView(DrawModel model, Node input, DrawActions actions, Consumer<Optional<KnownImages>> openData) {
        super("draw");
        this.input = input;
        settings = new SettingsBar(model);
        cards = new CardsPane(model, actions, openData);
        errors = new ErrorsPane(model);
        VBox.setVgrow(cards, Priority.ALWAYS);
        VBox answers = new VBox(settings, cards, errors);
        answers.getStyleClass().add("answers");
        ScrollPane left = new ScrollPane(input);
        left.getStyleClass().add("input-column");
        left.setFitToWidth(true);
        left.setFitToHeight(true);
        SteadyScroll.in(left, Orientation.VERTICAL);
        left.setFocusTraversable(false);
        setLeft(left);
        setCenter(answers);
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
