package org.penumbra.view.rings.field;

import java.util.EnumMap;
import java.util.Map;
import org.penumbra.confidence.ConfidenceField;
import org.penumbra.confidence.ConfidenceSettings;
import org.penumbra.data.plane.Grid;
import org.penumbra.live.rings.RingsFrame;
import org.penumbra.net.plane.PlaneResponse;
import org.penumbra.paint.ColourMap;
import org.penumbra.paint.FieldPainter;
import org.penumbra.view.widget.PixelPicture;

/** The pixels of the four pictures, painted from a frame into the same memory again and again. */
public final class FieldPictures {
    private final FieldPainter light = new FieldPainter(FieldPainter.LIGHT_BACKGROUND);
    private final FieldPainter dark = new FieldPainter(FieldPainter.DARK_BACKGROUND);
    private final ConfidenceField confidence = new ConfidenceField();
    private final Map<Field, PixelPicture> pictures = new EnumMap<>(Field.class);
    private Grid grid;

    /** Paints all four; the field of confidences returned is overwritten by the next call. */
    public ConfidenceField paint(RingsFrame frame, ConfidenceSettings settings, boolean darkTheme) {
        if (grid == null
                || grid.columns() != frame.grid().columns()
                || grid.rows() != frame.grid().rows()) {
            for (Field field : Field.values()) {
                pictures.put(
                        field,
                        new PixelPicture(frame.grid().columns(), frame.grid().rows()));
            }
        }
        grid = frame.grid();
        PlaneResponse response = frame.response();
        FieldPainter painter = painter(darkTheme);
        confidence.update(response, settings);
        painter.prediction(response.probabilities(), response.classes(), pixels(Field.PREDICTION));
        FieldPainter.scalar(confidence.confidence(), 0, 1, ColourMap.CONFIDENCE, pixels(Field.CONFIDENCE));
        FieldPainter.scalar(confidence.curvatureFactor(), 0, 1, painter.curvature(), pixels(Field.CURVATURE));
        painter.scaledOutputs(
                response.probabilities(), confidence.confidence(), response.classes(), pixels(Field.SCALED));
        pictures.values().forEach(PixelPicture::changed);
        return confidence;
    }

    public FieldPainter painter(boolean darkTheme) {
        return darkTheme ? dark : light;
    }

    /** Where the cells lie, null before the first frame. */
    public Grid grid() {
        return grid;
    }

    public PixelPicture of(Field field) {
        return pictures.get(field);
    }

    private int[] pixels(Field field) {
        return pictures.get(field).pixels();
    }
}
