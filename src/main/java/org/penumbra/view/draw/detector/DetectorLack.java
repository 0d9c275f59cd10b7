package org.penumbra.view.draw.detector;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.penumbra.data.image.KnownImages;
import org.penumbra.view.draw.board.DetectorBoard;
import org.penumbra.view.draw.board.DetectorCard;
import org.penumbra.view.draw.board.DetectorState;

/** What is missing until a detector can judge, and what can be done about it: fitting it here, with its progress. */
final class DetectorLack extends VBox {

    private final DetectorCard card;
    private final DetectorBoard board;
    private final Consumer<Optional<KnownImages>> openData;
    private final Label words = new Label();
    private final Button fit = new Button("Fit here");
    private final ProgressBar progress = new ProgressBar(0);
    private final Label time = new Label();
    private final Button cancel = new Button("Cancel");
    private final Hyperlink get = new Hyperlink();
    private long since;

    DetectorLack(DetectorCard card, DetectorBoard board, Consumer<Optional<KnownImages>> openData) {
        this.card = card;
        this.board = board;
        this.openData = openData;
        getStyleClass().add("detector-lack");
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        get.setWrapText(true);
        progress.setMaxWidth(Double.MAX_VALUE);
        time.getStyleClass().add("hint");
        fit.setId("fit-" + card.id());
        fit.setOnAction(event -> board.fit(card.id()));
        cancel.setId("cancel-" + card.id());
        cancel.setOnAction(event -> board.cancel(card.id()));
        card.stateProperty().subscribe(this::show);
        card.shareProperty().subscribe(now -> showShare(now.doubleValue()));
    }

    private void show(DetectorState state) {
        String name = card.aboutProperty().get().name();
        fit.setAccessibleText("Fit " + name + " here");
        cancel.setAccessibleText("Cancel the fit of " + name);
        progress.setAccessibleText("Fit of " + name);
        if (state instanceof DetectorState.Missing missing) {
            words.setText(missing.why() + ".");
            get.setText(missing.wanted().map(known -> "Get " + known.title()).orElse("Image data\u2026"));
            get.setOnAction(event -> openData.accept(missing.wanted()));
            getChildren().setAll(words, get);
        } else if (state instanceof DetectorState.Failed failed) {
            words.setText(failed.why());
            fit.setText("Try again");
            getChildren().setAll(words);
            if (failed.canBeTried()) {
                getChildren().add(fit);
            }
        } else if (state instanceof DetectorState.Fitting) {
            since = System.nanoTime();
            words.setText("It is being fitted on the images the network was trained on.");
            getChildren().setAll(words, progress, time, cancel);
        } else if (state instanceof DetectorState.ToFit) {
            words.setText("It has to be fitted on the images the network was trained on, which are here.");
            fit.setText("Fit here");
            getChildren().setAll(words, fit);
        } else {
            getChildren().clear();
        }
    }

    private void showShare(double share) {
        progress.setProgress(share);
        double passed = (System.nanoTime() - since) / 1e9;
        double left = passed * (1 - share) / Math.max(1e-6, share);
        boolean tellable = share > 0.02 && passed > 0.5;
        time.setText(tellable ? (left < 1 ? "nearly done" : "about " + Math.round(left) + " s left") : "starting");
    }
}
