package org.penumbra.view.widget.form;

import javafx.beans.value.ObservableStringValue;
import javafx.scene.control.Label;

/** A sentence below what it is about, which takes room only while there is something to say. */
public final class ProblemLabel extends Label {

    /** What is wrong with what was typed. */
    public ProblemLabel(ObservableStringValue words) {
        this("problem", words);
    }

    /** @param style the style class, "problem" or "hint" */
    public ProblemLabel(String style, ObservableStringValue words) {
        getStyleClass().add(style);
        setWrapText(true);
        setMinHeight(USE_PREF_SIZE);
        textProperty().bind(words);
        visibleProperty().bind(textProperty().isNotEmpty());
        managedProperty().bind(visibleProperty());
    }
}
