package org.penumbra.view.draw.detector;

import java.util.Locale;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import org.penumbra.view.draw.board.DetectorBoard;
import org.penumbra.view.draw.board.DetectorState;

/** The detectors that suit the network, with a check mark at those that are shown; filled anew whenever it opens. */
public final class DetectorsMenu extends MenuButton {

    private final DetectorBoard board;
    private final Runnable openFile;

    /** @param openFile asks for the file of a detector */
    public DetectorsMenu(DetectorBoard board, Runnable openFile) {
        super("Detectors");
        this.board = board;
        this.openFile = openFile;
        setId("detectors");
        setTooltip(new Tooltip("Which detectors judge the network's answer; some are fitted here first"));
        fill();
        addEventHandler(ON_SHOWING, event -> fill());
    }

    private void fill() {
        getItems().clear();
        for (DetectorBoard.Offer offer : board.offers()) {
            CheckMenuItem item = new CheckMenuItem(sentence(offer.about().name()) + remark(offer.state()));
            item.setId("choose-" + offer.about().id());
            item.setMnemonicParsing(false);
            item.setSelected(offer.shown());
            item.setOnAction(event -> board.choose(offer.about().id(), item.isSelected()));
            getItems().add(item);
        }
        MenuItem usual = new MenuItem("The usual ones");
        usual.setId("detectors-usual");
        usual.setOnAction(event -> board.chooseFirst());
        MenuItem open = new MenuItem("Open a detector\u2026");
        open.setId("detector-open");
        open.setOnAction(event -> openFile.run());
        getItems().addAll(new SeparatorMenuItem(), usual, open);
    }

    /** What is to be known of a detector that does not judge yet. */
    private static String remark(DetectorState state) {
        if (state instanceof DetectorState.ToFit) {
            return " \u2013 to be fitted here";
        } else if (state instanceof DetectorState.Fitting) {
            return " \u2013 is being fitted";
        } else if (state instanceof DetectorState.Missing) {
            return " \u2013 needs image data";
        } else if (state instanceof DetectorState.Failed) {
            return " \u2013 not fitted";
        }
        return "";
    }

    private static String sentence(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
