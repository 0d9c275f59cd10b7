package org.penumbra.view.experiments;

import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.penumbra.experiment.report.ReportPart;

/**
 * A part of a report.
 *
 * @param <P> what it shows
 */
abstract class ReportCard<P extends ReportPart> extends VBox {

    private final Label caption = new Label();

    ReportCard(String heading) {
        getStyleClass().addAll("card", "titled-card", "report-card");
        Label title = new Label(heading);
        title.getStyleClass().add("card-title");
        title.setWrapText(true);
        title.setMinHeight(USE_PREF_SIZE);
        caption.getStyleClass().add("card-remark");
        caption.setWrapText(true);
        caption.setMinHeight(USE_PREF_SIZE);
        caption.managedProperty().bind(caption.textProperty().isNotEmpty());
        getChildren().addAll(title, caption);
    }

    /** Shows the part as it is now. */
    abstract void show(P part);

    final void caption(String text) {
        caption.setText(PlainWords.of(text));
    }
}
