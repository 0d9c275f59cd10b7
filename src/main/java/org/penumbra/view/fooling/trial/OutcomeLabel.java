package org.penumbra.view.fooling.trial;

import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.penumbra.fooling.Trial.Outcome;
import org.penumbra.live.fooling.TrialFrame;

/** How a trial stands, told by words, icon and colour. */
public final class OutcomeLabel extends Label {

    private static final PseudoClass FOOLED = PseudoClass.getPseudoClass("fooled");
    private static final PseudoClass HOLDS = PseudoClass.getPseudoClass("holds");

    public OutcomeLabel() {
        getStyleClass().add("outcome");
        setWrapText(true);
        setMinHeight(USE_PREF_SIZE);
        setTooltip(new Tooltip(
                "Fooled: the score of the target reached \u03c4. Holds: it did not within the steps allowed"));
    }

    /** @param brief whether there is room for a few words only */
    public void show(TrialFrame trial, TrialWords words, boolean brief) {
        setText(brief ? words.outcomeInBrief(trial) : words.outcome(trial));
        show(trial.outcome());
    }

    public void clear() {
        setText("");
        show(Outcome.RUNNING);
    }

    private void show(Outcome outcome) {
        pseudoClassStateChanged(FOOLED, outcome == Outcome.FOOLED);
        pseudoClassStateChanged(HOLDS, outcome == Outcome.FAILED);
        setGraphic(
                outcome == Outcome.RUNNING
                        ? null
                        : new FontIcon(outcome == Outcome.FOOLED ? Feather.ALERT_TRIANGLE : Feather.SHIELD));
    }
}
