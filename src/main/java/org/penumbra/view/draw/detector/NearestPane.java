package org.penumbra.view.draw.detector;

import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.penumbra.live.draw.NearestImage;
import org.penumbra.view.draw.answer.DrawModel;
import org.penumbra.view.draw.board.KnownPictures;
import org.penumbra.view.widget.DigitView;

/** The training image nearest to the drawing by its pixels; it takes no room where the training images are not here. */
public final class NearestPane extends VBox {

    private static final int ZOOM = 2;

    private final DrawModel model;
    private final KnownPictures training;
    private final DigitView picture = new DigitView(ZOOM);
    private final Label note = new Label();
    private final Tooltip whole = new Tooltip();

    public NearestPane(DrawModel model, KnownPictures training) {
        this.model = model;
        this.training = training;
        getStyleClass().add("nearest-pane");
        setId("nearest");
        Label title = new Label("Nearest");
        title.getStyleClass().add("section-title");
        title.setMaxWidth(Double.MAX_VALUE);
        note.getStyleClass().add("note");
        whole.setWrapText(true);
        whole.setMaxWidth(300);
        Tooltip.install(this, whole);
        getChildren().addAll(title, picture, note);
        managedProperty().bind(visibleProperty());
        visibleProperty().bind(training.imagesProperty().isNotNull());
        training.nearestProperty().subscribe(this::show);
    }

    private void show(NearestImage nearest) {
        if (nearest == null) {
            picture.clear();
            note.setText("\u2013");
            whole.setText("The training image nearest to the drawing, pixel by pixel, is shown here.");
        } else {
            String name = model.selectedModel()
                    .map(seeing -> seeing.classes().get(nearest.label()))
                    .orElse("");
            picture.show(nearest.pixels());
            note.setText(String.format(Locale.ROOT, "%s, %.2f", name, nearest.distance()));
            whole.setText(String.format(
                    Locale.ROOT,
                    "The nearest of %,d %s training images to the drawing: %s, %.2f away. Distances are of all pixels, "
                            + "where the ink of a full pixel is 1.",
                    training.imagesProperty().get().learnt().count(),
                    training.imagesProperty().get().title(),
                    name,
                    nearest.distance()));
        }
        picture.setAccessibleText(whole.getText());
    }
}
