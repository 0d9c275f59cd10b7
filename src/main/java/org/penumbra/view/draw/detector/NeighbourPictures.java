package org.penumbra.view.draw.detector;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.TilePane;
import javafx.scene.layout.VBox;
import org.penumbra.detector.Reason;
import org.penumbra.view.draw.board.KnownPictures;
import org.penumbra.view.widget.DigitView;

/** The nearest training images: pictures where they are here, their classes and how far they are in any case. */
final class NeighbourPictures extends TilePane {

    private static final int ZOOM = 1;

    private final KnownPictures training;

    NeighbourPictures(KnownPictures training) {
        this.training = training;
        getStyleClass().add("neighbours");
    }

    /**
     * Shows them.
     *
     * @param classes  the names of the classes, by label
     * @param recalled their pictures as the detector or the network has them, or none
     */
    void show(Reason.Neighbours nearest, List<String> classes, List<float[]> recalled) {
        while (getChildren().size() > nearest.labels().length) {
            getChildren().remove(getChildren().size() - 1);
        }
        while (getChildren().size() < nearest.labels().length) {
            getChildren().add(new Neighbour());
        }
        for (int i = 0; i < nearest.labels().length; i++) {
            Optional<float[]> original = training.picture(nearest.rows()[i]);
            boolean made = original.isEmpty() && i < recalled.size();
            ((Neighbour) getChildren().get(i))
                    .show(
                            String.format(
                                    Locale.ROOT,
                                    "Training image %d from the nearest: %s, %.3f away%s",
                                    i + 1,
                                    classes.get(nearest.labels()[i]),
                                    nearest.distances()[i],
                                    made ? ", as the network reconstructs it" : ""),
                            classes.get(nearest.labels()[i]),
                            nearest.distances()[i],
                            made ? Optional.of(recalled.get(i)) : original);
        }
    }

    /** One of them. */
    private static final class Neighbour extends VBox {

        private final DigitView picture = new DigitView(ZOOM);
        private final Label name = new Label();
        private final Label distance = new Label();
        private final Tooltip whole = new Tooltip();

        Neighbour() {
            getStyleClass().add("neighbour");
            name.getStyleClass().add("name");
            distance.getStyleClass().add("distance");
            picture.managedProperty().bind(picture.visibleProperty());
            getChildren().addAll(new StackPane(picture), name, distance);
            Tooltip.install(this, whole);
        }

        void show(String words, String called, double away, Optional<float[]> image) {
            picture.setVisible(image.isPresent());
            image.ifPresent(picture::show);
            name.setText(called);
            distance.setText(String.format(Locale.ROOT, "%.2f", away));
            whole.setText(words);
            picture.setAccessibleText(words);
        }
    }
}
