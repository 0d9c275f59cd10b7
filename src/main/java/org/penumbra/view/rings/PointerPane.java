package org.penumbra.view.rings;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.Background;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.penumbra.confidence.Verdict;
import org.penumbra.data.Position;
import org.penumbra.data.plane.PlaneRegion;
import org.penumbra.live.rings.RingsFrame;
import org.penumbra.view.rings.field.CellReading;
import org.penumbra.view.rings.field.RingsSymbols;
import org.penumbra.view.widget.PulseRedraw;
import org.penumbra.view.widget.ThemeColours;
import org.penumbra.view.widget.WidgetStyles;
import org.penumbra.view.widget.plot.CoordinateText;
import org.penumbra.view.widget.symbol.Symbol;
import org.penumbra.view.widget.symbol.SymbolButton;
import org.penumbra.words.VerdictWords;

/**
 * The exact numbers of the place under the pointer, from the nearest cell of the newest frame, and the answer the
 * program gives there. Without a pointer it keeps its shape and says how to get numbers.
 */
public final class PointerPane extends VBox {
    /** Stands where there is no number. */
    static final String NOTHING = "\u2013";

    /** Least width in base letters. */
    private static final double COLUMN = 22.8;

    private final FieldSource source;
    private final PulseRedraw pulse = new PulseRedraw(this, PulseRedraw.Moment.BEFORE_LAYOUT, this::show);
    private final Map<ColumnConstraints, Double> fixed = new HashMap<>();
    private final ThemeColours letters = new ThemeColours(this::widenColumns);
    private final Label position = new Label();
    private final StackPane verdictSwatch = new StackPane();
    private final Label headline = new Label();
    private final Label detail = new Label();
    private final GridPane classes = new GridPane();
    private final List<ClassRow> rows = new ArrayList<>();
    private final StringProperty bestY = new SimpleStringProperty("");
    private final StringProperty bestScaled = new SimpleStringProperty("");
    private final StringProperty error = new SimpleStringProperty("");
    private final StringProperty gamma = new SimpleStringProperty("");
    private final StringProperty confidence = new SimpleStringProperty("");
    private final StringProperty factor = new SimpleStringProperty("");

    /** The numbers of the model's newest frame. */
    public PointerPane(RingsModel model) {
        this(FieldSource.of(model));
    }

    /** The numbers of a state that may have no engine behind it. */
    public PointerPane(FieldSource source) {
        this.source = source;
        getStyleClass().add("pointer-pane");
        WidgetStyles.apply(this);
        getChildren().addAll(letters, header(), verdict(), classes, numbers());
        classes.getStyleClass().add("classes");
        classes.getColumnConstraints().addAll(fixed(74), growing(), fixed(44), growing(), fixed(44));
        widenColumns();
        source.frame().addListener((value, old, now) -> pulse.request());
        source.confidence().addListener((value, old, now) -> pulse.request());
        source.look().pointerProperty().addListener((value, old, now) -> pulse.request());
        show();
    }

    private HBox header() {
        Label title = new Label("Pointer");
        title.getStyleClass().add("pane-title");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        position.getStyleClass().add("position");
        position.setId("pointer-position");
        position.setMinWidth(USE_PREF_SIZE);
        HBox header = new HBox(title, space, position);
        header.getStyleClass().add("header");
        return header;
    }

    private HBox verdict() {
        headline.getStyleClass().add("headline");
        headline.setId("verdict");
        detail.getStyleClass().add("detail");
        detail.setId("verdict-detail");
        detail.setWrapText(true);
        VBox words = new VBox(headline, detail);
        HBox.setHgrow(words, Priority.ALWAYS);
        verdictSwatch.getStyleClass().add("verdict-swatch");
        HBox box = new HBox(verdictSwatch, words);
        box.getStyleClass().add("verdict");
        return box;
    }

    private GridPane numbers() {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("numbers");
        grid.getColumnConstraints().addAll(fixed(58), growing(), fixed(52), growing());
        addNumber(grid, 0, 0, RingsSymbols.ERROR, error, "error");
        addNumber(grid, 0, 2, RingsSymbols.CONFIDENCE, confidence, "confidence");
        addNumber(grid, 1, 0, RingsSymbols.GAMMA, gamma, "gamma");
        addNumber(grid, 1, 2, RingsSymbols.CURVATURE_FACTOR, factor, "factor");
        return grid;
    }

    private static void addNumber(GridPane grid, int row, int column, Symbol symbol, StringProperty text, String id) {
        Label number = new Label();
        number.getStyleClass().add("number");
        number.setId("pointer-" + id);
        number.textProperty().bind(text.map(now -> now.isEmpty() ? NOTHING : now));
        grid.add(new SymbolButton(symbol, text), column, row);
        grid.add(number, column + 1, row);
    }

    /** The least width in which nothing is cut, pixels: it grows with the letters. */
    double columnWidth() {
        return COLUMN * letters.letter();
    }

    private void show() {
        RingsFrame frame = source.frame().getValue();
        // Between two runs the rows stay, so that nothing jumps.
        showClasses(frame == null ? rows.size() : frame.response().classes());
        Optional<CellReading> reading = CellReading.at(
                frame,
                source.confidence().getValue(),
                source.look().pointerProperty().getValue());
        if (reading.isPresent()) {
            show(reading.get());
        } else {
            clear(source.look().pointerProperty().getValue() != null);
        }
    }

    private void show(CellReading reading) {
        Verdict verdict = reading.verdict();
        PlaneRegion seen = source.look().regionProperty().get();
        Position place = source.look().pointerProperty().get();
        position.setText("x " + CoordinateText.of(place.x(), seen.width()) + "   y "
                + CoordinateText.of(place.y(), seen.height()));
        VerdictWords words = new VerdictWords(verdict);
        headline.setText(words.answer());
        detail.setText(words.contrast());
        verdictSwatch.setBackground(
                verdict.known() ? ClassRow.swatch(verdict.bestClass()).getBackground() : Background.EMPTY);
        rows.forEach(row -> row.show(reading));
        bestY.set(number(verdict.probability()) + " (class " + verdict.bestClass() + ")");
        bestScaled.set(number(verdict.score()) + " (class " + verdict.bestClass() + ")");
        error.set(number(reading.error()));
        gamma.set(number(reading.gamma()));
        confidence.set(number(verdict.confidence()));
        factor.set(number(verdict.curvatureFactor()));
    }

    private void clear(boolean waiting) {
        position.setText("");
        headline.setText(waiting ? "One moment" : "No place chosen");
        detail.setText(
                waiting
                        ? "The network is still computing this part of the plane."
                        : "Move the pointer over a picture to read its numbers.");
        verdictSwatch.setBackground(Background.EMPTY);
        rows.forEach(ClassRow::clear);
        List.of(bestY, bestScaled, error, gamma, confidence, factor).forEach(text -> text.set(""));
    }

    /** Makes a row for each class, when their number has changed. */
    private void showClasses(int count) {
        if (rows.size() == count && !classes.getChildren().isEmpty()) {
            return;
        }
        rows.clear();
        classes.getChildren().clear();
        classes.add(new SymbolButton(RingsSymbols.Y, bestY), 1, 0, 2, 1);
        classes.add(new SymbolButton(RingsSymbols.SCALED, bestScaled), 3, 0, 2, 1);
        for (int k = 0; k < count; k++) {
            rows.add(new ClassRow(k));
            rows.get(k).addTo(classes, k + 1);
        }
    }

    /** Four digits after the point where numbers are small enough, with a proper minus. */
    static String number(double value) {
        String format = Math.abs(value) < 100 ? "%.4f" : "%.4g";
        return String.format(Locale.ROOT, format, value).replace('-', '\u2212');
    }

    private void widenColumns() {
        fixed.forEach((column, plain) -> {
            double width = Math.rint(plain * letters.letter() / ThemeColours.PLAIN_LETTER);
            column.setMinWidth(width);
            column.setPrefWidth(width);
            column.setMaxWidth(width);
        });
    }

    /** A column for words and numbers, which grows with the letters; its width in pixels for plain ones. */
    private ColumnConstraints fixed(double width) {
        ColumnConstraints column = new ColumnConstraints();
        fixed.put(column, width);
        column.setHalignment(HPos.LEFT);
        return column;
    }

    private static ColumnConstraints growing() {
        ColumnConstraints column = new ColumnConstraints();
        column.setMinWidth(24);
        column.setHgrow(Priority.ALWAYS);
        return column;
    }
}
