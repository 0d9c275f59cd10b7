package org.penumbra.view.data;

import java.util.Locale;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Opens the sheet of image data; while something is downloaded it tells how far that is. */
final class DataButton extends Button {

    private static final String ICON_ONLY = "button-icon";
    private static final String MEANING = "Image data (Ctrl+D)";

    DataButton(DataModel model, Runnable open) {
        super(null, new FontIcon(Feather.DATABASE));
        setId("data-sets");
        getStyleClass().addAll("flat", ICON_ONLY);
        setTooltip(new Tooltip(MEANING));
        setAccessibleText(MEANING);
        setOnAction(event -> open.run());
        setMinWidth(USE_PREF_SIZE);
        model.shareProperty().addListener((observed, before, now) -> show(now.doubleValue()));
    }

    private void show(double share) {
        boolean running = !Double.isNaN(share);
        setText(running ? String.format(Locale.ROOT, "%.0f %%", Math.floor(100 * share)) : null);
        // The theme leaves the text out of buttons of this style.
        getStyleClass().remove(ICON_ONLY);
        if (!running) {
            getStyleClass().add(ICON_ONLY);
        }
    }
}
