package org.penumbra.view.train;

import java.util.Optional;
import javafx.animation.Animation;
import javafx.animation.PauseTransition;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/** What two runs that differ in the engine alone have in common; seen only while there are two. */
final class ComparedEngines extends VBox {

    private final TrainModel model;
    private final Label found = new Label();
    private final Label lesson = new Label(EngineComparison.LESSON);
    private final PauseTransition rest = new PauseTransition(Duration.seconds(1));
    private boolean stale;

    ComparedEngines(TrainModel model) {
        this.model = model;
        getStyleClass().add("compared-engines");
        found.setId("compared-engines");
        found.setTooltip(new Tooltip("The loss of every step that both runs took is held against the other's"));
        lesson.getStyleClass().add("card-remark");
        for (Label label : new Label[] {found, lesson}) {
            label.setWrapText(true);
            label.setMinHeight(USE_PREF_SIZE);
        }
        getChildren().addAll(found, lesson);
        setVisible(false);
        managedProperty().bind(visibleProperty());
        rest.setOnFinished(event -> {
            if (stale) {
                changed();
            }
        });
        model.curves().onChange(this::changed);
        model.curves().kept().addListener((ListChangeListener<KeptRun>) change -> show());
        model.setupProperty().addListener((observed, before, now) -> show());
    }

    /** A sentence that changed more often could not be read. */
    private void changed() {
        stale = isVisible() && rest.getStatus() == Animation.Status.RUNNING;
        if (!stale) {
            show();
            rest.playFromStart();
        }
    }

    private void show() {
        Optional<EngineComparison> comparison = EngineComparison.of(
                model.setupProperty().get(),
                model.curves().trained().all(),
                model.curves().kept());
        comparison.ifPresent(now -> found.setText(now.words()));
        setVisible(comparison.isPresent());
    }
}
