package org.penumbra.view.train;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import org.penumbra.live.train.TrainingFrame;
import org.penumbra.view.lab.LabView;
import org.penumbra.view.train.CardBoard.Arrangement;
import org.penumbra.view.train.CardBoard.Cell;
import org.penumbra.view.train.CardBoard.Row;
import org.penumbra.view.train.card.ConfusionCard;
import org.penumbra.view.train.card.FiltersCard;
import org.penumbra.view.train.card.SpreadCard;
import org.penumbra.view.train.card.WatchedImagesCard;

/** The training lab as it is seen: choices at the left, pictures of the run, and a line on the engine. */
final class TrainView extends LabView {

    private final TrainModel model;
    private final TrainControls controls;
    private final LossCard losses;
    private final AccuracyCard accuracy;
    private final KeptRuns kept;
    private final ConfusionCard confusion = new ConfusionCard();
    private final SpreadCard spread = new SpreadCard();
    private final FiltersCard filters = new FiltersCard();
    private final WatchedImagesCard watched = new WatchedImagesCard();

    TrainView(TrainModel model, DataSupply supply, TrainActions actions) {
        super("train");
        this.model = model;
        controls = new TrainControls(model, actions.draft(), actions);
        losses = new LossCard(model);
        accuracy = new AccuracyCard(model);
        kept = new KeptRuns(model);
        setSide(controls, controls.transport().play());
        setLayers(board(), new SupplyCover(supply, actions));
        // It stays in sight where the cards scroll.
        BorderPane middle = new BorderPane(getCenter());
        middle.setBottom(new VBox(new ComparedEngines(model), kept));
        setCenter(middle);
        setBottom(new TrainStatusBar(model));
        model.frameProperty().addListener((observed, before, now) -> show(now));
    }

    private CardBoard board() {
        return new CardBoard(
                new Arrangement(
                        40,
                        new Row(30, new Cell(losses, 1)),
                        new Row(28, new Cell(accuracy, 1), new Cell(confusion, 1)),
                        new Row(28, new Cell(spread, 1), new Cell(filters, 1)),
                        new Row(14, new Cell(watched, 1))),
                new Arrangement(
                        60,
                        new Row(39, new Cell(losses, 2), new Cell(accuracy, 1)),
                        new Row(37, new Cell(confusion, 1), new Cell(spread, 1), new Cell(filters, 1)),
                        new Row(24, new Cell(watched, 1))),
                new Arrangement(
                        105,
                        new Row(1, new Cell(losses, 6), new Cell(accuracy, 3), new Cell(confusion, 3)),
                        new Row(1, new Cell(spread, 3), new Cell(filters, 3), new Cell(watched, 6))));
    }

    private void show(TrainingFrame frame) {
        List<String> classes =
                model.data() == null ? List.of() : model.data().images().classes();
        confusion.show(frame, classes, holdsOut());
        filters.show(frame);
        spread.show(
                frame,
                frame == null
                        || model.setupProperty().get().preset().architecture().reconstructs(),
                model.data() == null ? "" : model.data().unknown().title());
        watched.show(frame, model.watchedLabels(), classes);
    }

    TrainControls controls() {
        return controls;
    }

    KeptRuns kept() {
        return kept;
    }

    private boolean holdsOut() {
        TrainSetup setup = model.setupProperty().get();
        return setup == null || setup.preset().training().heldOut() > 0;
    }

    /** Where a picture is seen. */
    Node picture(TrainPicture which) {
        return switch (which) {
            case LOSSES -> losses;
            case ACCURACY -> accuracy;
            case CONFUSION -> confusion;
            case SPREAD -> spread;
            case FILTERS -> filters;
            case WATCHED -> watched;
        };
    }

    /** The losses and the accuracy. */
    Node losses() {
        return losses;
    }

    /** Errors of known against unknown inputs. */
    Node spread() {
        return spread;
    }

    /** The images that stay the same. */
    Node watched() {
        return watched;
    }
}
