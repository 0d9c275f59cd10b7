package org.penumbra.view.draw.detector;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.penumbra.detector.Opinion;
import org.penumbra.detector.Reason;
import org.penumbra.net.Evidence;
import org.penumbra.paint.ColourMap;
import org.penumbra.view.draw.answer.DrawCard;
import org.penumbra.view.draw.answer.DrawModel;
import org.penumbra.view.draw.board.DetectorReading;
import org.penumbra.view.draw.board.KnownPictures;
import org.penumbra.view.widget.DigitView;
import org.penumbra.view.widget.ScoreBars;

/**
 * What a detector looks at: the nearest training images, the reconstruction and what is wrong with it, what each juror says; for
 * all others the score of each class.
 */
final class DetectorPicture extends StackPane {

    private static final int ZOOM = 2;
    /** No pixel can be wrong by more. */
    private static final double MOST = 1;

    private final DrawModel model;
    private final ScoreBars bars = new ScoreBars();
    private final KnownPictures training;
    private final NeighbourPictures neighbours;
    private final Label remark = new Label();
    private final VBox looked;
    private final JurorBars jurors = new JurorBars();
    private final DigitView reconstruction = new DigitView(ZOOM);
    private final DigitView residual = new DigitView(ZOOM);
    private final HBox factors = new HBox(reconstruction, residual);

    DetectorPicture(DrawModel model, KnownPictures training) {
        this.model = model;
        this.training = training;
        neighbours = new NeighbourPictures(training);
        remark.getStyleClass().add("hint");
        remark.setWrapText(true);
        remark.managedProperty().bind(remark.textProperty().isNotEmpty());
        looked = new VBox(neighbours, remark);
        looked.getStyleClass().add("looked");
        getStyleClass().add("detector-picture");
        factors.getStyleClass().add("factors");
        HBox.setHgrow(reconstruction, Priority.ALWAYS);
        HBox.setHgrow(residual, Priority.ALWAYS);
        reconstruction.readOut("r(x)");
        reconstruction.setAccessibleText("Reconstruction");
        residual.readOut("|r\u2212x|");
        residual.setAccessibleText("Residual");
        getChildren().setAll(bars, looked, jurors, factors);
        show((DetectorReading) null);
    }

    /** The scores of the classes, where they are shown. */
    ScoreBars bars() {
        return bars;
    }

    /** The nearest training images, where they are shown. */
    NeighbourPictures neighbours() {
        return neighbours;
    }

    void show(DetectorReading reading) {
        Reason reason = reading == null ? null : reading.answer().reason();
        DrawCard network = model.selectedProperty().get();
        if (reason instanceof Reason.Neighbours nearest) {
            neighbours.show(nearest, reading.classes(), reading.answer().recalled());
            boolean made = training.imagesProperty().get() == null
                    && !reading.answer().recalled().isEmpty();
            remark.setText(made ? "Made by the decoder" : "");
            only(looked);
        } else if (reason instanceof Reason.Jurors all) {
            jurors.show(all);
            only(jurors);
        } else if (reading != null
                && reading.answer().detector().needs().contains(Evidence.Part.ERRORS)
                && network != null
                && network.answerProperty().get() != null
                && network.answerProperty().get().reconstruction().length > 0) {
            showFactors(network.answerProperty().get().reconstruction(), network.image());
            only(factors);
        } else {
            showBars(reading);
            only(bars);
        }
    }

    private void only(Node shown) {
        getChildren().forEach(child -> {
            child.setVisible(child == shown);
            child.setManaged(child == shown);
        });
    }

    private void showFactors(float[] made, float[] image) {
        float[] wrong = new float[image.length];
        for (int i = 0; i < wrong.length; i++) {
            wrong[i] = Math.abs(made[i] - image[i]);
        }
        reconstruction.show(made);
        residual.show(wrong, ColourMap.RESIDUAL, MOST);
    }

    /** Its own scores, s_c; the threshold is not held against them, so it has no line. */
    private void showBars(DetectorReading reading) {
        if (reading == null) {
            bars.clear(model.selectedModel().map(network -> network.classes()).orElse(List.of()));
            return;
        }
        Opinion opinion = reading.answer().opinion();
        float[] scores = new float[opinion.classes()];
        for (int k = 0; k < scores.length; k++) {
            scores[k] = (float) Math.exp(opinion.logScore(0, k));
        }
        bars.show(reading.classes(), scores, 1, Double.NaN);
    }
}
