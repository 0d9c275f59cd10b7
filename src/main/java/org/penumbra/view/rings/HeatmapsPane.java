package org.penumbra.view.rings;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.ToDoubleBiFunction;
import javafx.animation.PauseTransition;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.image.Image;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import org.penumbra.confidence.ConfidenceField;
import org.penumbra.data.Position;
import org.penumbra.data.plane.Grid;
import org.penumbra.data.plane.PointSet;
import org.penumbra.live.rings.AttackFrame;
import org.penumbra.live.rings.RingsFrame;
import org.penumbra.live.rings.compare.CompareEngine;
import org.penumbra.live.rings.compare.Side;
import org.penumbra.view.rings.compare.CompareModel;
import org.penumbra.view.rings.compare.ComparedPictures;
import org.penumbra.view.rings.field.AttackMarks;
import org.penumbra.view.rings.field.CellReading;
import org.penumbra.view.rings.field.Field;
import org.penumbra.view.rings.field.FieldBar;
import org.penumbra.view.rings.field.FieldPictures;
import org.penumbra.view.rings.field.FlowArrows;
import org.penumbra.view.widget.PulseRedraw;
import org.penumbra.view.widget.ThemeColours;
import org.penumbra.view.widget.WidgetStyles;
import org.penumbra.view.widget.plot.HeatmapView;

/**
 * The four linked pictures of the plane: prediction, confidence, curvature factor and scaled outputs. They are painted
 * anew, once a pulse at most, when a frame arrives or alpha, beta or tau change; the network is not asked for that. A
 * click on a title or a double click on a picture shows that picture alone, another one shows all four again.
 */
public final class HeatmapsPane extends Region {
    private final FieldSource source;
    private final PlaneLook look;
    private final Map<Field, HeatmapView> views = new EnumMap<>(Field.class);
    private final Map<Field, FieldBar> bars = new EnumMap<>(Field.class);
    private final FieldPictures pictures = new FieldPictures();
    private final FieldLayers layers;
    /** How long the pictures of a run are left in place of those of the next, which mostly come sooner: no flicker. */
    private final PauseTransition gone = new PauseTransition(Duration.millis(300));

    private final AttackMarks attackMarks = new AttackMarks();
    private final ThemeColours colours = new ThemeColours(this::changed);
    private final PulseRedraw pulse = new PulseRedraw(this, PulseRedraw.Moment.BEFORE_LAYOUT, this::repaint);
    private final PulseRedraw marks = new PulseRedraw(this, PulseRedraw.Moment.BEFORE_LAYOUT, this::mark);
    private final ReadOnlyObjectWrapper<Field> alone = new ReadOnlyObjectWrapper<>(this, "alone");
    private final ComparedPictures compared;
    /** The detector that is shown alone; null for none. */
    private Side comparedAlone;

    private final ObjectProperty<Integer> paintingClass = new SimpleObjectProperty<>(this, "paintingClass");
    private final ObjectProperty<PointSet> draft = new SimpleObjectProperty<>(this, "draft");
    private final ObjectProperty<AttackFrame> attack = new SimpleObjectProperty<>(this, "attack");
    private final PulseRedraw walking =
            new PulseRedraw(this, PulseRedraw.Moment.BEFORE_LAYOUT, () -> attackMarks.show(attack.get(), views));
    private final BooleanProperty placing = new SimpleBooleanProperty(this, "placing");
    private double lastRepaintMillis;

    /** The pictures of the model's state. */
    public HeatmapsPane(RingsModel model) {
        this(FieldSource.of(model), model.compare());
    }

    /** The pictures of a state that may have no engine behind it. */
    public HeatmapsPane(FieldSource source) {
        this(source, new CompareModel(CompareEngine.NONE));
    }

    /**
     * The same with detectors beside them.
     *
     * @param compare what is compared with them
     */
    public HeatmapsPane(FieldSource source, CompareModel compare) {
        this.source = source;
        this.look = source.look();
        layers = new FieldLayers(look, attackMarks);
        getStyleClass().add("heatmaps-pane");
        WidgetStyles.apply(this);
        getChildren().add(colours);
        for (Field field : Field.values()) {
            FieldBar bar = new FieldBar(field);
            HeatmapView view = new HeatmapView(field.symbol().sign(), field.title(), bar.bar());
            view.setId("heatmap-" + field.fileName());
            link(view);
            view.onEnlarge(() -> showAlone(alone.get() == field ? null : field));
            bars.put(field, bar);
            views.put(field, view);
            getChildren().add(view);
        }
        compared = new ComparedPictures(compare, this::changed);
        compared.all().forEach(picture -> {
            link(picture.view());
            picture.view().onEnlarge(() -> showAlone(comparedAlone == picture.side() ? null : picture.side()));
        });
        compared.onChoice(this::choose);
        choose();
        source.frame().addListener((value, old, now) -> frameChanged(now));
        source.confidence().addListener((value, old, now) -> changed());
        look.pointerProperty().addListener((value, old, now) -> marks.request());
        look.arrowsProperty().addListener((value, old, now) -> changed());
        look.pointsProperty().subscribe(spread -> arrange());
        look.contourProperty().subscribe(spread -> arrange());
        gone.setOnFinished(event -> forgetPictures());
        draft.addListener((value, old, now) -> changed());
        attack.addListener((value, old, now) -> walking.request());
    }

    private void link(HeatmapView view) {
        view.regionProperty().bindBidirectional(look.regionProperty());
        view.homeProperty().bind(look.homeProperty());
        view.pointerProperty().bindBidirectional(look.pointerProperty());
        view.paintingClassProperty().bind(paintingClass);
        view.placingProperty().bind(placing);
    }

    /** A detector has come or gone. */
    private void choose() {
        views.forEach((field, view) -> view.setFooter(compared.line(field)));
        List<HeatmapView> chosen = compared.views();
        compared.forEachView(view -> {
            if (!chosen.contains(view)) {
                getChildren().remove(view);
            }
        });
        chosen.stream().filter(view -> !getChildren().contains(view)).forEach(getChildren()::add);
        if (comparedAlone != null && !compared.at(comparedAlone).isOn()) {
            comparedAlone = null;
        }
        changed();
        marks.request();
        requestLayout();
    }

    /** The class whose points pressing and dragging put into the plane; null (at first) lets the mouse pan. */
    public ObjectProperty<Integer> paintingClassProperty() {
        return paintingClass;
    }

    /** Told of every point put by hand, data units; its class is {@link #paintingClassProperty}. */
    public void onPaint(Consumer<Position> painter) {
        views.values().forEach(view -> view.onPaint(painter));
        compared.forEachView(view -> view.onPaint(painter));
    }

    /** Points shown in place of the frame's, such as those painted but not trained on yet; null (at first) for none. */
    public ObjectProperty<PointSet> draftProperty() {
        return draft;
    }

    /** Whether a click on a picture chooses a place, which {@link #onPlace} is told; dragging pans as ever. */
    public BooleanProperty placingProperty() {
        return placing;
    }

    /** Told of a place chosen in any of the pictures, data units. */
    public void onPlace(Consumer<Position> chosen) {
        views.values().forEach(view -> view.onPlace(chosen));
        compared.forEachView(view -> view.onPlace(chosen));
    }

    /** The attack whose paths lie over the pictures of y and y~; null (at first) for none. */
    public ObjectProperty<AttackFrame> attackProperty() {
        return attack;
    }

    /** The picture that is shown alone, null while all four are. */
    public ReadOnlyObjectProperty<Field> aloneProperty() {
        return alone.getReadOnlyProperty();
    }

    /** Shows one picture alone, or all for null. */
    public void showAlone(Field field) {
        comparedAlone = null;
        alone.set(field);
        requestLayout();
    }

    /** Shows all pictures there is room for. */
    public void showAll() {
        comparedAlone = null;
        alone.set(null);
        requestLayout();
    }

    /** Shows the picture of a detector alone, or all where there is none on this side or it is so already. */
    public void toggleAlone(Side side) {
        showAlone(comparedAlone == side || !compared.at(side).isOn() ? null : side);
    }

    private void showAlone(Side side) {
        alone.set(null);
        comparedAlone = side;
        requestLayout();
    }

    /** The side whose detector is shown alone; empty for none. */
    Optional<Side> aloneSide() {
        return Optional.ofNullable(comparedAlone);
    }

    /** Whether one picture is shown alone. */
    public boolean isAlone() {
        return alone.get() != null || comparedAlone != null;
    }

    /** The pictures of the detectors that are compared. */
    public ComparedPictures compared() {
        return compared;
    }

    /** The picture without axes and overlays, a pixel a cell; null before the first frame. */
    public Image image(Field field) {
        return pictures.grid() == null ? null : pictures.of(field).image();
    }

    /** A copy of a picture's pixels, opaque ARGB, row by row from the top; empty before the first frame. */
    public int[] pixels(Field field) {
        return pictures.grid() == null
                ? new int[0]
                : pictures.of(field).pixels().clone();
    }

    /** Where the cells of the pictures lie, null before the first frame. */
    public Grid grid() {
        return pictures.grid();
    }

    /** One of the four as it stands, with axes and overlays; for a snapshot. */
    public HeatmapView view(Field field) {
        return views.get(field);
    }

    /** How long the last {@link #repaint} took: from the network's answers to the finished pixels of all four, ms. */
    public double lastRepaintMillis() {
        return lastRepaintMillis;
    }

    /** Computes confidence, pictures and overlays from the newest frame, now. Normally the next pulse does so. */
    public void repaint() {
        RingsFrame frame = source.frame().getValue();
        boolean dark = colours.background().getBrightness() < 0.5;
        bars.values()
                .forEach(bar -> bar.show(frame == null ? 1 : frame.response().classes(), pictures.painter(dark)));
        if (frame == null) {
            mark();
            return;
        }
        long start = System.nanoTime();
        var settings = source.confidence().getValue();
        ConfidenceField field = pictures.paint(frame, settings, dark);
        Grid grid = frame.grid();
        FlowArrows arrows = look.arrowsProperty().get() ? FlowArrows.of(frame) : null;
        compared.repaint(pictures.painter(dark), arrows);
        layers.showContour(field, grid, settings.tau());
        lastRepaintMillis = (System.nanoTime() - start) / 1e6;
        layers.showPoints(draft.get() != null ? draft.get() : frame.points(), dark);
        views.forEach((each, view) -> {
            view.setOverlay(arrows);
            view.show(pictures.of(each), grid);
        });
        mark();
    }

    private void changed() {
        pulse.request();
    }

    /** Which layers lie over which picture: in full, as a hair line, or not at all. */
    private void arrange() {
        layers.arrange(views);
        compared.arrange(
                layers.points(),
                look.pointsProperty().get(),
                look.contourProperty().get());
        changed();
    }

    private void frameChanged(RingsFrame now) {
        if (now == null) {
            gone.playFromStart();
        } else {
            gone.stop();
        }
        changed();
    }

    /** Another run has nothing to show yet, and what is seen is no longer true. */
    private void forgetPictures() {
        layers.forget();
        views.values().forEach(HeatmapView::clear);
        compared.forget();
    }

    /** Points the marks of the colour bars at the numbers under the pointer. */
    private void mark() {
        var reading = CellReading.at(
                source.frame().getValue(),
                source.confidence().getValue(),
                look.pointerProperty().get());
        bars.values().forEach(bar -> bar.mark(reading));
        compared.point(look.pointerProperty().get());
    }

    @Override
    protected double computePrefWidth(double height) {
        return 700;
    }

    @Override
    protected double computePrefHeight(double width) {
        return 700;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 2 * widest(views.values(), HeatmapView::minWidth) + PictureArrangement.GAP;
    }

    @Override
    protected double computeMinHeight(double width) {
        return 2 * widest(views.values(), HeatmapView::minHeight) + PictureArrangement.GAP;
    }

    private static double widest(Collection<HeatmapView> views, ToDoubleBiFunction<HeatmapView, Double> size) {
        return views.stream()
                .mapToDouble(view -> size.applyAsDouble(view, -1.0))
                .max()
                .orElse(0);
    }

    /** How wide and high each picture is where all have so much room, pixels. */
    double side(double width, double height) {
        return shown(width, height).side();
    }

    /** The width beyond which pictures so high leave room at their sides, pixels. @param width there is, pixels */
    double widthFor(double height, double width) {
        return shown(width, height).widthFor(height);
    }

    private ShownPictures shown(double width, double height) {
        if (alone.get() != null) {
            return ShownPictures.alone(views.get(alone.get()), width, height);
        }
        return comparedAlone != null
                ? ShownPictures.alone(compared.at(comparedAlone).view(), width, height)
                : ShownPictures.of(views, compared.views(), width, height, colours.letter());
    }

    @Override
    protected void layoutChildren() {
        ShownPictures now = shown(getWidth(), getHeight());
        views.values().forEach(view -> show(view, now.views().contains(view)));
        compared.forEachView(view -> show(view, now.views().contains(view)));
        now.place();
    }

    private static void show(HeatmapView view, boolean seen) {
        if (view.isVisible() != seen) {
            view.setVisible(seen);
            view.redraw();
        }
    }
}
