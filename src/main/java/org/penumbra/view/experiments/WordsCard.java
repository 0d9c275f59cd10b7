package org.penumbra.view.experiments;

import javafx.scene.control.Label;
import org.penumbra.experiment.report.Words;

/** Sentences of a report. */
final class WordsCard extends ReportCard<Words> {

    private final Label text = new Label();

    WordsCard(Words first) {
        super(first.heading());
        text.setWrapText(true);
        text.setMinHeight(USE_PREF_SIZE);
        getChildren().add(text);
        show(first);
    }

    @Override
    void show(Words words) {
        text.setText(PlainWords.of(words.text()));
    }
}
