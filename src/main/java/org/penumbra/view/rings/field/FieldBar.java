package org.penumbra.view.rings.field;

import java.util.Optional;
import org.penumbra.paint.ColourMap;
import org.penumbra.paint.FieldPainter;
import org.penumbra.view.widget.ColourBar;
import org.penumbra.view.widget.PixelPicture;

/** The colour bar of a field, from 0 to 1: a colour map, or each class from the background to its full colour. */
public final class FieldBar {
    private static final int STEPS = 128;
    /** More rows than classes: a picture of a single row is not scaled properly by the software renderer. */
    private static final int ROWS = 24;

    private final Field field;
    private final ColourBar bar = new ColourBar(0, 1);
    private int classes = -1;
    private FieldPainter painter;

    public FieldBar(Field field) {
        this.field = field;
    }

    public ColourBar bar() {
        return bar;
    }

    /** Shows the colours of so many classes, as the painter paints them. */
    public void show(int classes, FieldPainter painter) {
        if (classes == this.classes && painter == this.painter) {
            return;
        }
        this.classes = classes;
        this.painter = painter;
        boolean byClass = field == Field.PREDICTION || field == Field.SCALED;
        PixelPicture colours = new PixelPicture(STEPS, ROWS);
        for (int row = 0; row < colours.rows(); row++) {
            for (int step = 0; step < STEPS; step++) {
                colours.pixels()[row * STEPS + step] = colour(byClass ? row * classes / ROWS : 0, step / (STEPS - 1.0));
            }
        }
        colours.changed();
        bar.setColours(colours);
    }

    /** Points at the number under the pointer; nowhere when there is none. */
    public void mark(Optional<CellReading> reading) {
        bar.markedProperty()
                .set(reading.map(cell -> switch (field) {
                            case PREDICTION -> cell.verdict().probability();
                            case CONFIDENCE -> cell.verdict().confidence();
                            case CURVATURE -> cell.verdict().curvatureFactor();
                            case SCALED -> cell.verdict().score();
                        })
                        .orElse(Double.NaN));
    }

    private int colour(int classNumber, double value) {
        return switch (field) {
            case PREDICTION, SCALED -> painter.classColour(classNumber, value);
            case CONFIDENCE -> ColourMap.CONFIDENCE.argb(value);
            case CURVATURE -> painter.curvature().argb(value);
        };
    }
}
