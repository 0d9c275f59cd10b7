package org.penumbra.view.widget;

import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import org.penumbra.paint.ColourMap;

/** What the colours of a small picture stand for, in one line: the lowest number, the colours, the highest number. */
public final class ColourStrip extends HBox {

    private static final int COLUMNS = 32;
    private static final int ROWS = 8;

    /**
     * @param low  number of the darkest colour
     * @param high number of the lightest colour
     */
    public ColourStrip(ColourMap map, double low, double high) {
        getStyleClass().add("colour-strip");
        WidgetStyles.apply(this);
        PixelPicture picture = new PixelPicture(COLUMNS, ROWS);
        for (int i = 0; i < picture.pixels().length; i++) {
            picture.pixels()[i] = map.argb((i % COLUMNS + 0.5) / COLUMNS);
        }
        picture.changed();
        ImageView strip = new ImageView(picture.image());
        strip.setAccessibleRole(AccessibleRole.NODE);
        getChildren().addAll(new Label(NumberScale.text(low)), strip, new Label(NumberScale.text(high)));
    }
}
