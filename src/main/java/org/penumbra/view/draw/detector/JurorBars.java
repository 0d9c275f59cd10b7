package org.penumbra.view.draw.detector;

import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import org.penumbra.detector.Reason;

/** What each juror says: the share of known inputs that look at least this strange to it; the strictest stands out. */
final class JurorBars extends GridPane {

    JurorBars() {
        getStyleClass().add("jurors");
        ColumnConstraints names = new ColumnConstraints();
        names.setHgrow(Priority.ALWAYS);
        names.setMinWidth(0);
        ColumnConstraints shares = new ColumnConstraints();
        shares.setMinWidth(USE_PREF_SIZE);
        getColumnConstraints().addAll(names, shares);
    }

    void show(Reason.Jurors jurors) {
        getChildren().clear();
        Reason.Juror strictest = jurors.strictest();
        int row = 0;
        for (Reason.Juror juror : jurors.jurors()) {
            Label name = new Label(juror.name());
            name.setWrapText(true);
            Label share = new Label(String.format(Locale.ROOT, "p %.3g", juror.share()));
            if (juror == strictest) {
                name.getStyleClass().add("strictest");
                share.getStyleClass().add("strictest");
            }
            addRow(row++, name, share);
        }
    }
}
