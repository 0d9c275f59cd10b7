package org.penumbra.view.widget.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import org.kordamp.ikonli.feather.Feather;
import org.penumbra.data.Position;
import org.penumbra.data.plane.Grid;
import org.penumbra.data.plane.PlaneRegion;
import org.penumbra.view.widget.Argb;
import org.penumbra.view.widget.ColourBar;
import org.penumbra.view.widget.IconButton;
import org.penumbra.view.widget.PixelPicture;
import org.penumbra.view.widget.PulseRedraw;
import org.penumbra.view.widget.ThemeColours;
import org.penumbra.view.widget.WidgetStyles;

/**
 * A square picture of a part of the plane with its title, axes, colour bar, cross-hair and overlays. What it shows is
 * told by properties, which several views may share: the wanted region and the pointer. As long as the picture at hand
 * belongs to another region than the wanted one, it is drawn where it belongs, so that zooming and panning follow the
 * hand at once. Everything is redrawn at most once a pulse.
 */
public final class HeatmapView extends Region {
    private static final double RIGHT = 12;
    /** The smallest picture that shows anything, pixels. */
    private static final double SMALLEST = 96;

    private final HeatmapHeader header;
    private final PlotAxes axes = new PlotAxes();
    private final Pane plot = new Pane();
    private final PlotPicture shown = new PlotPicture();
    private final CrossHair crossHair = new CrossHair();
    private final PlaceTag tag = new PlaceTag();
    private final PlotNotice notice = new PlotNotice();
    private final IconButton whole =
            new IconButton("whole-region", Feather.MAXIMIZE, "Show the whole region again (0)", this::goHome);
    private final ThemeColours colours = new ThemeColours(this::restyled);
    private final PulseRedraw pulse = new PulseRedraw(this, PulseRedraw.Moment.AFTER_LAYOUT, this::draw);
    private final PulseRedraw pointing = new PulseRedraw(this, PulseRedraw.Moment.AFTER_LAYOUT, this::drawPointer);

    private final ObjectProperty<PlaneRegion> region = new SimpleObjectProperty<>(this, "region", PlaneRegion.STANDARD);
    private final ObjectProperty<PlaneRegion> home = new SimpleObjectProperty<>(this, "home", PlaneRegion.STANDARD);
    private final ObjectProperty<Position> pointer = new SimpleObjectProperty<>(this, "pointer");
    private final ObjectProperty<Integer> paintingClass = new SimpleObjectProperty<>(this, "paintingClass");
    private final List<Consumer<Position>> painters = new ArrayList<>();
    private final BooleanProperty placing = new SimpleBooleanProperty(this, "placing");
    private Consumer<Position> onPlace = place -> {};
    private Runnable onEnlarge = () -> {};
    private Region footer;
    private final HeatmapPointer pointed;

    /**
     * @param sign what is shown as the formulas write it, in the notation of {@link org.penumbra.view.widget.symbol.Formula}
     * @param name the same in words
     * @param bar  what its colours mean
     */
    public HeatmapView(String sign, String name, ColourBar bar) {
        pointed = new HeatmapPointer(name, crossHair, axes, plot);
        getStyleClass().add("heatmap-view");
        WidgetStyles.apply(this);
        header = new HeatmapHeader(sign, name, bar, this::enlarge);
        plot.getStyleClass().add("plot");
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(plot.widthProperty());
        clip.heightProperty().bind(plot.heightProperty());
        plot.setClip(clip);
        plot.getChildren().addAll(shown.nodes());
        plot.getChildren().addAll(crossHair, tag, notice);
        Region frame = new Region();
        frame.getStyleClass().add("plot-frame");
        frame.setMouseTransparent(true);
        frame.setManaged(false);
        plot.getChildren().addAll(frame, whole);
        whole.getStyleClass().add("plot-whole");
        whole.setManaged(false);
        whole.setVisible(false);
        plot.layoutBoundsProperty().addListener((bounds, old, now) -> frame.resize(now.getWidth(), now.getHeight()));
        getChildren().addAll(colours, header.title(), bar, plot, axes);

        new PlotInput(this, plot);
        region.addListener((property, old, now) -> regionChanged());
        home.addListener((property, old, now) -> regionChanged());
        pointer.addListener((property, old, now) -> pointing.request());
    }

    /** What is to be seen, data units; zooming and panning change it. */
    public ObjectProperty<PlaneRegion> regionProperty() {
        return region;
    }

    /** Where the key 0 and the button in the picture's corner go back to. */
    public ObjectProperty<PlaneRegion> homeProperty() {
        return home;
    }

    /** Where the cross-hair is, data units; null when the pointer is outside. */
    public ObjectProperty<Position> pointerProperty() {
        return pointer;
    }

    /** The class whose points the mouse puts into the plane; null (at first) lets it pan. */
    public ObjectProperty<Integer> paintingClassProperty() {
        return paintingClass;
    }

    /** Told of every point put by hand, data units. */
    public void onPaint(Consumer<Position> painter) {
        painters.add(painter);
    }

    /** Whether a click chooses a place, also with Enter where the cross-hair is; dragging pans as ever. */
    public BooleanProperty placingProperty() {
        return placing;
    }

    /** Told of a place that was chosen, data units. */
    public void onPlace(Consumer<Position> chosen) {
        onPlace = chosen;
    }

    /** Told when the title is clicked or the picture clicked twice, which enlarges it or makes it small again. */
    public void onEnlarge(Runnable action) {
        onEnlarge = action;
    }

    /**
     * Shows a picture.
     *
     * @param picture its pixels, one a cell
     * @param grid    where its cells lie
     */
    public void show(PixelPicture picture, Grid grid) {
        shown.show(picture, grid);
        redraw();
    }

    /** Shows no picture, as before the first. */
    public void clear() {
        shown.clear();
        redraw();
    }

    /** Shows layers over the picture, the last on top. */
    public void setLayers(List<Layer> layers) {
        shown.setLayers(layers);
        redraw();
    }

    /** Shows an overlay over the layers; null shows none. */
    public void setOverlay(Overlay overlay) {
        shown.setOverlay(overlay);
        redraw();
    }

    /** Shows a few words beside a place, data units; null shows none. */
    public void setTag(Position place, String text) {
        tag.tell(place, text);
        redraw();
    }

    /**
     * Names what is shown from now on.
     *
     * @param sign as formulas write it
     * @param name the same in words
     */
    public void setTitle(String sign, String name) {
        header.setTitle(sign, name);
        pointed.rename(name);
        requestLayout();
    }

    /** Shows a line below the picture, such as its figures; null (at first) shows none. */
    public void setFooter(Region line) {
        if (line != footer) {
            getChildren().remove(footer);
            footer = line;
            if (line != null) {
                getChildren().add(line);
            }
            requestLayout();
        }
    }

    /** Says in the middle of the picture why there is nothing to be seen; empty says nothing. */
    public void setNotice(String words) {
        notice.tell(words);
    }

    /** Draws everything anew in the next pulse, because what overlays show has changed. */
    public void redraw() {
        pulse.request();
        pointing.request();
    }

    private void regionChanged() {
        whole.setVisible(!region.get().equals(home.get()));
        redraw();
    }

    void goHome() {
        region.set(home.get());
    }

    void enlarge() {
        onEnlarge.run();
    }

    private void restyled() {
        axes.setLetter(colours.letter());
        header.setLetter(colours.letter());
        requestLayout();
        redraw();
    }

    /** Where the plane lies on the picture now; null while there is no room for it. */
    PlaneScale scale() {
        return plot.getWidth() > 0 && plot.getHeight() > 0
                ? new PlaneScale(region.get(), plot.getWidth(), plot.getHeight())
                : null;
    }

    void place(Position place) {
        onPlace.accept(place);
    }

    void paint(Position place) {
        painters.forEach(painter -> painter.accept(place));
    }

    /** The square with the picture. */
    Pane plot() {
        return plot;
    }

    private void draw() {
        PlaneScale scale = scale();
        if (scale == null || !isVisible()) {
            return;
        }
        axes.draw(scale, colours);
        tag.follow(scale);
        double density =
                getScene().getWindow() == null ? 1 : getScene().getWindow().getOutputScaleX();
        shown.draw(scale, density, Argb.of(colours.background()));
    }

    private void drawPointer() {
        PlaneScale scale = scale();
        if (scale == null || !isVisible()) {
            return;
        }
        pointed.show(scale, pointer.get(), header.bar().markedProperty().get());
    }

    @Override
    protected double computePrefWidth(double height) {
        return 340;
    }

    @Override
    protected double computePrefHeight(double width) {
        return 340;
    }

    @Override
    protected double computeMinWidth(double height) {
        double below = footer == null ? 0 : axes.left() + footer.minWidth(-1);
        return Math.max(below, Math.max(axes.left() + SMALLEST, header.leastWidth())) + RIGHT;
    }

    @Override
    protected double computeMinHeight(double width) {
        return header.height() + SMALLEST + below();
    }

    /** Whether title and colour bar have no room side by side where the view is so large. */
    public boolean needsTwoRows(double width, double height) {
        return header.isTooNarrow(side(width, height, false));
    }

    /** Whether the colour bar lies below the title; views beside each other do alike. */
    public void setTwoRows(boolean stacked) {
        if (header.setStacked(stacked)) {
            requestLayout();
        }
    }

    /** How wide and high the picture itself is where the view is so large, pixels, at least 0. */
    public double side(double width, double height, boolean stacked) {
        double across = width - axes.left() - RIGHT;
        double down = height - header.height(stacked) - below();
        return Math.max(0, Math.floor(Math.min(across, down)));
    }

    /** Room that numbers and footer take below the picture, pixels. */
    private double below() {
        return axes.below() + footerHeight();
    }

    private double footerHeight() {
        return footer == null ? 0 : Math.ceil(footer.prefHeight(-1));
    }

    /** How wide the view must be for a picture that fills so much height, pixels. */
    public double widthFor(double height, boolean stacked) {
        return Math.max(0, height - header.height(stacked) - below()) + axes.left() + RIGHT;
    }

    @Override
    protected void layoutChildren() {
        double top = header.height();
        double side = Math.max(0, Math.floor(Math.min(getWidth() - axes.left() - RIGHT, getHeight() - top - below())));
        double left = Math.floor((getWidth() - axes.left() - RIGHT - side) / 2);
        double above = Math.floor((getHeight() - top - below() - side) / 2);
        header.layout(left + axes.left(), above, side, left + axes.left());
        plot.resizeRelocate(left + axes.left(), above + top, side, side);
        axes.resizeRelocate(left, above + top, axes.left() + side, side + axes.below());
        if (footer != null) {
            // The picture's numbers may be wider than a small picture: then they take the room at its left, too.
            double wide = Math.max(side, Math.min(footer.prefWidth(-1), getWidth()));
            double from = Math.min(left + axes.left(), getWidth() - wide);
            footer.resizeRelocate(Math.floor(from), above + top + side + axes.below(), Math.ceil(wide), footerHeight());
        }
        notice.place(side);
        whole.autosize();
        whole.relocate(side - whole.getWidth() - 4, 4);
        shown.resize(side);
        // The badges' letters may have grown though the picture has not.
        pointed.forget();
        redraw();
    }
}
