package org.penumbra.view.draw.input;

import java.util.List;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.penumbra.view.shell.key.Shortcut;
import org.penumbra.view.widget.DigitView;
import org.penumbra.view.widget.WidgetStyles;

/**
 * Everything about the input: the pad as large as there is room for, the small picture with what is done to the pad, other
 * sources and what is changed, what was tried. What cannot be seen at once scrolls; the pad never does. Where the room is wide
 * the pad stands at the left of all that, where it is narrow above.
 */
public final class InputPane extends Region {

    private static final double GAP = 8;
    private static final double SMALL_GAP = 4;
    /** Sides of the small picture and of the smallest pad, in letters. */
    private static final double SMALL = 6.5;

    private static final double LEAST_PAD = 14;
    /** Side of a pad that need not become larger at the cost of what can be set below it, in letters. */
    private static final double FAIR_PAD = 20;
    /** How much of what can be set is in sight below the pad at least where all of it has no room, in letters. */
    private static final double LEAST_SETTINGS = 10;

    private final InputModel model;
    private final LargePicture large;
    private final InkPad pad;
    private final DigitView preview = new DigitView(3);
    private final HBox header;
    private final Label letter = new Label();
    private final PadTools tools;
    private final InputSettings settings;
    private final ScrollPane scroll;
    private final HistoryStrip history;
    private final InputKeys keys;
    private Region beside;

    public InputPane(InputModel model, InputSources sources) {
        this.model = model;
        getStyleClass().add("input-pane");
        WidgetStyles.apply(this);
        getStylesheets().add(InputPane.class.getResource("input.css").toExternalForm());
        large = new LargePicture(model);
        keys = new InputKeys(model, sources, large);
        pad = new InkPad(model, sources.pictures(), large);
        preview.setId("preview");
        preview.readOut("x");
        preview.addEventHandler(MouseEvent.MOUSE_CLICKED, event -> large.swap());
        header = header();
        tools = new PadTools(model, large);
        settings = new InputSettings(model, sources);
        scroll = new ScrollPane(settings);
        scroll.getStyleClass().add("input-scroll");
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        history = new HistoryStrip(model);
        getChildren().addAll(letter, header, pad, preview, tools, scroll, history);
        model.inputProperty().addListener((observed, before, now) -> show(now));
        model.shownFitProperty()
                .addListener(
                        (observed, before, now) -> show(model.inputProperty().get()));
        large.judgedProperty().addListener((observed, before, now) -> requestLayout());
        show(model.inputProperty().get());
    }

    /** Takes what stands below what was tried, beside the large picture; while it is not managed it takes no room. */
    public void setBeside(Region node) {
        beside = node;
        getChildren().add(node);
        node.managedProperty().addListener((observed, before, now) -> requestLayout());
    }

    /** The pad. */
    InkPad pad() {
        return pad;
    }

    /** What the networks see. */
    DigitView preview() {
        return preview;
    }

    /** Which of the two is large. */
    LargePicture large() {
        return large;
    }

    /** What can be set below the pad or beside it, and the pane it scrolls in. */
    ScrollPane settings() {
        return scroll;
    }

    /** What was tried. */
    HistoryStrip history() {
        return history;
    }

    /** Keys for the lab that holds this pane, wherever its focus is. */
    public List<Shortcut> shortcuts() {
        return keys.all();
    }

    private void show(DigitInput input) {
        preview.show(input.image().of(model.shownFitProperty().get()));
        preview.setAccessibleText("What the networks see: " + input.title());
    }

    /** What is asked about, but for what is changed about it, and which of the two pictures is the large one. */
    private HBox header() {
        Label title = new Label();
        title.setId("input-title");
        title.getStyleClass().add("input-title");
        title.textProperty().bind(model.baseProperty().map(base -> sentence(base.title())));
        title.setWrapText(true);
        title.setMinSize(0, USE_PREF_SIZE);
        title.setMaxWidth(Double.MAX_VALUE);
        Tooltip whole = new Tooltip();
        whole.setWrapText(true);
        whole.textProperty().bind(model.inputProperty().map(input -> sentence(input.title())));
        title.setTooltip(whole);
        HBox.setHgrow(title, Priority.ALWAYS);
        Label which = new Label();
        which.setId("large-picture");
        which.getStyleClass().add("large-picture");
        which.setMinWidth(USE_PREF_SIZE);
        which.textProperty()
                .bind(Bindings.when(large.judgedProperty())
                        .then(PadTools.JUDGED)
                        .otherwise(PadTools.PAD));
        HBox row = new HBox(title, which);
        row.getStyleClass().add("row");
        return row;
    }

    private static String sentence(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private double letters(double count) {
        return Math.rint(count * letter.getFont().getSize());
    }

    private double settingsWidth() {
        return Math.ceil(settings.prefWidth(-1)) + InputSettings.BAR;
    }

    /** Height of the line above a large picture of some width, and the gap below it. */
    private double above(double side) {
        return Math.ceil(header.prefHeight(side)) + SMALL_GAP;
    }

    private boolean isWide(double width) {
        return width >= letters(LEAST_PAD) + 2 * GAP + history.prefWidth(-1) + settingsWidth();
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.VERTICAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        return settingsWidth() + getInsets().getLeft() + getInsets().getRight();
    }

    @Override
    protected double computeMinHeight(double width) {
        return above(-1)
                + letters(LEAST_PAD + SMALL + LEAST_SETTINGS)
                + 2 * GAP
                + getInsets().getTop()
                + getInsets().getBottom();
    }

    /** As wide as everything beside the largest pad of this height. */
    @Override
    protected double computePrefWidth(double height) {
        double side = height < 0 ? letters(2 * LEAST_PAD) : height - above(height);
        return side
                + 2 * GAP
                + history.prefWidth(-1)
                + settingsWidth()
                + getInsets().getLeft()
                + getInsets().getRight();
    }

    @Override
    protected double computePrefHeight(double width) {
        return computeMinHeight(width);
    }

    @Override
    protected void layoutChildren() {
        Insets insets = getInsets();
        double width = getWidth() - insets.getLeft() - insets.getRight();
        double height = getHeight() - insets.getTop() - insets.getBottom();
        if (isWide(width)) {
            layoutWide(insets.getLeft(), insets.getTop(), width, height);
        } else {
            layoutTall(insets.getLeft(), insets.getTop(), width, height);
        }
    }

    private void layoutWide(double x, double y, double width, double height) {
        double strip = history.prefWidth(-1);
        double widest = width - strip - settingsWidth() - 2 * GAP;
        double about = Math.min(widest, height - above(Math.min(widest, height)));
        double side = Math.floor(Math.min(about, height - above(about)));
        layoutPad(x, y, side, above(about));
        layoutStrip(x + side + GAP, y, strip, height);
        double right = x + side + strip + 2 * GAP;
        double rest = x + width - right;
        double small = letters(SMALL);
        layoutSmall(right, y, rest, small);
        scroll.resizeRelocate(right, y + small + GAP, rest, Math.max(0, height - small - GAP));
    }

    private void layoutTall(double x, double y, double width, double height) {
        double strip = history.prefWidth(-1);
        double small = letters(SMALL);
        double widest = width - strip - GAP;
        double top = above(widest);
        double others = top + small + 2 * GAP;
        double beside = height - others - Math.ceil(settings.prefHeight(-1));
        double highest = beside >= letters(FAIR_PAD) ? beside : height - others - letters(LEAST_SETTINGS);
        double side = Math.floor(Math.max(0, Math.min(widest, highest)));
        layoutPad(x, y, side, top);
        layoutStrip(x + side + GAP, y, strip, top + side);
        layoutSmall(x, y + top + side + GAP, width, small);
        double below = y + top + side + small + 2 * GAP;
        scroll.resizeRelocate(x, below, width, Math.max(0, y + height - below));
    }

    private void layoutStrip(double x, double y, double width, double height) {
        boolean shown = beside != null && beside.isManaged();
        double below = shown ? Math.ceil(beside.prefHeight(width)) : 0;
        history.resizeRelocate(x, y, width, Math.max(0, height - below - (shown ? GAP : 0)));
        if (shown) {
            beside.resizeRelocate(x, y + height - below, width, below);
        }
    }

    private void layoutPad(double x, double y, double side, double above) {
        header.resizeRelocate(x, y, side, above - SMALL_GAP);
        Region shown = large.judgedProperty().get() ? preview : pad;
        shown.resizeRelocate(x, y + above, side, side);
    }

    private void layoutSmall(double x, double y, double width, double side) {
        Region shown = large.judgedProperty().get() ? pad : preview;
        shown.resizeRelocate(x, y, side, side);
        tools.resizeRelocate(x + side + GAP, y, Math.max(0, width - side - GAP), side);
    }
}
