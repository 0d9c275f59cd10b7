package org.penumbra.view.draw;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import org.penumbra.data.image.KnownImages;
import org.penumbra.view.draw.answer.DrawModel;
import org.penumbra.view.draw.board.DetectorBoard;
import org.penumbra.view.draw.board.KnownPictures;
import org.penumbra.view.draw.detector.DetectorsMenu;
import org.penumbra.view.draw.detector.DetectorsPane;
import org.penumbra.view.draw.detector.NearestPane;
import org.penumbra.view.draw.input.InputPane;
import org.penumbra.view.lab.LabView;

/** The drawing lab as it is seen: the input, sliders, the models' cards, and where the input lies. */
final class DrawView extends LabView {

    private final SettingsBar settings;
    private final CardsPane cards;
    private final ErrorsPane errors;
    private final InputPane input;
    private final DetectorsPane detectors;
    private final CompareBar compare;

    /**
     * @param input    what draws and chooses images
     * @param board    the detectors
     * @param training the images that the selected network was trained on
     * @param openData opens the sheet of image data
     */
    DrawView(
            DrawModel model,
            InputPane input,
            DetectorBoard board,
            KnownPictures training,
            DrawActions actions,
            Consumer<Optional<KnownImages>> openData) {
        super("draw");
        this.input = input;
        settings = new SettingsBar(model);
        cards = new CardsPane(model, actions, openData);
        detectors = new DetectorsPane(board, model, training, openData);
        errors = new ErrorsPane(model);
        compare = new CompareBar(model, actions, new DetectorsMenu(board, actions::openDetector));
        input.setBeside(new NearestPane(model, training));
        setLayers(new DrawDesk(input, compare, settings, new AnswersPane(model, cards, detectors), errors));
    }

    DetectorsPane detectors() {
        return detectors;
    }

    CompareBar compare() {
        return compare;
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
