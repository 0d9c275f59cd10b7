package org.penumbra.view.train;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.VBox;
import org.penumbra.live.train.TrainingFrame;
import org.penumbra.view.lab.LabView;
import org.penumbra.view.train.card.ConfusionCard;
import org.penumbra.view.train.card.FiltersCard;
import org.penumbra.view.train.card.SpreadCard;
import org.penumbra.view.train.card.WatchedImagesCard;

/** The training lab as it is seen: choices at the left, pictures of the run, and a line on the engine. */
final class TrainView extends LabView {

    private static final int COLUMNS = 12;

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
        VBox board = new VBox(grid(), kept);
        board.getStyleClass().add("board");
        VBox.setVgrow(board.getChildren().get(0), Priority.ALWAYS);
        setSide(controls, controls.transport().play());
        setLayers(board, new SupplyCover(supply, actions));
        setBottom(new TrainStatusBar(model));
        model.frameProperty().addListener((observed, before, now) -> show(now));
    }

    private GridPane grid() {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("cards");
        grid.setMinSize(0, 0);
        for (int i = 0; i < COLUMNS; i++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(100.0 / COLUMNS);
            grid.getColumnConstraints().add(column);
        }
        for (double share : new double[] {39, 37, 24}) {
            RowConstraints row = new RowConstraints();
            row.setPercentHeight(share);
            grid.getRowConstraints().add(row);
        }
        grid.add(losses, 0, 0, 8, 1);
        grid.add(accuracy, 8, 0, 4, 1);
        grid.add(confusion, 0, 1, 4, 1);
        grid.add(spread, 4, 1, 4, 1);
        grid.add(filters, 8, 1, 4, 1);
        grid.add(watched, 0, 2, COLUMNS, 1);
        return grid;
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
