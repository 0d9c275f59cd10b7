package org.penumbra.view.widget;

import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.css.CssMetaData;
import javafx.css.SimpleStyleableDoubleProperty;
import javafx.css.Styleable;
import javafx.css.StyleableProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

/**
 * The theme's colours and size of letters for what is drawn by hand on a canvas. Put it among the children of the node that draws: it takes
 * no room and shows nothing, but style sheets reach it (widgets.css maps the theme's names to its properties).
 */
public final class ThemeColours extends Region {
    /** The base font's size in the smallest window, px: what lengths beside letters were chosen for. */
    public static final double PLAIN_LETTER = 13;

    private static final StyleablePropertyFactory<ThemeColours> FACTORY =
            new StyleablePropertyFactory<>(Region.getClassCssMetaData());
    private static final CssMetaData<ThemeColours, Color> TEXT =
            FACTORY.createColorCssMetaData("-penumbra-text", colours -> colours.text, Color.BLACK, false);
    private static final CssMetaData<ThemeColours, Color> MUTED =
            FACTORY.createColorCssMetaData("-penumbra-muted", colours -> colours.muted, Color.GRAY, false);
    private static final CssMetaData<ThemeColours, Color> BORDER =
            FACTORY.createColorCssMetaData("-penumbra-border", colours -> colours.border, Color.LIGHTGRAY, false);
    private static final CssMetaData<ThemeColours, Color> BACKGROUND =
            FACTORY.createColorCssMetaData("-penumbra-background", colours -> colours.background, Color.WHITE, false);
    private static final CssMetaData<ThemeColours, Color> ACCENT =
            FACTORY.createColorCssMetaData("-penumbra-accent", colours -> colours.accent, Color.ROYALBLUE, false);

    private static final CssMetaData<ThemeColours, Color> ORANGE =
            FACTORY.createColorCssMetaData("-penumbra-orange", colours -> colours.orange, Color.DARKORANGE, false);
    private static final CssMetaData<ThemeColours, Color> PINK =
            FACTORY.createColorCssMetaData("-penumbra-pink", colours -> colours.pink, Color.HOTPINK, false);
    private static final CssMetaData<ThemeColours, Color> GREEN =
            FACTORY.createColorCssMetaData("-penumbra-green", colours -> colours.green, Color.SEAGREEN, false);

    private static final CssMetaData<ThemeColours, Number> LETTER =
            FACTORY.createSizeCssMetaData("-penumbra-letter", colours -> colours.letter, PLAIN_LETTER, false);

    private final StyleableProperty<Color> text;
    private final StyleableProperty<Color> muted;
    private final StyleableProperty<Color> border;
    private final StyleableProperty<Color> background;
    private final StyleableProperty<Color> accent;
    private final StyleableProperty<Color> orange;
    private final StyleableProperty<Color> pink;
    private final StyleableProperty<Color> green;
    private final SimpleStyleableDoubleProperty letter =
            new SimpleStyleableDoubleProperty(LETTER, this, "letter", PLAIN_LETTER);

    /** @param changed told whenever a colour or the size of letters changes */
    public ThemeColours(Runnable changed) {
        getStyleClass().add("theme-colours");
        setManaged(false);
        setMouseTransparent(true);
        text = property("text", TEXT, changed);
        muted = property("muted", MUTED, changed);
        border = property("border", BORDER, changed);
        background = property("background", BACKGROUND, changed);
        accent = property("accent", ACCENT, changed);
        orange = property("orange", ORANGE, changed);
        pink = property("pink", PINK, changed);
        green = property("green", GREEN, changed);
        letter.addListener((value, old, now) -> changed.run());
    }

    /** Of text and of lines as important as text. */
    public Color text() {
        return text.getValue();
    }

    /** Of text that may stay in the background. */
    public Color muted() {
        return muted.getValue();
    }

    /** Of frames and grid lines. */
    public Color border() {
        return border.getValue();
    }

    /** Behind everything. */
    public Color background() {
        return background.getValue();
    }

    /** Of what should catch the eye. */
    public Color accent() {
        return accent.getValue();
    }

    /** Of what stands beside the accent and is not to be taken for it, also by the colour-blind; the same in both themes. */
    public Color orange() {
        return orange.getValue();
    }

    /** Of a third line in a chart; the same in both themes. */
    public Color pink() {
        return pink.getValue();
    }

    /** Of a fourth line in a chart; the same in both themes. */
    public Color green() {
        return green.getValue();
    }

    /** Size of the base font here, px. */
    public double letter() {
        return letter.get();
    }

    private StyleableProperty<Color> property(String name, CssMetaData<ThemeColours, Color> meta, Runnable changed) {
        var property =
                new javafx.css.SimpleStyleableObjectProperty<Color>(meta, this, name, meta.getInitialValue(this));
        ((ObservableValue<Color>) property).addListener((value, old, now) -> changed.run());
        return property;
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return FACTORY.getCssMetaData();
    }
}
