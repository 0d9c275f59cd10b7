package org.penumbra.view.rings;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.penumbra.view.rings.field.Field;
import org.penumbra.view.widget.plot.HeatmapView;

/**
 * Which pictures are seen, and how they lie in a rectangle. Without a detector to compare these are the lab's four. With one or
 * two, all are shown where each is large enough; where they are not, prediction and confidence stay and the detectors take the
 * places of the others.
 *
 * @param views       in the order of their cells
 * @param arrangement of the cells
 */
record ShownPictures(List<HeatmapView> views, PictureArrangement arrangement) {

    /** All pictures are shown where each can be so many letters wide. */
    private static final double LARGE = 17;

    private static final int[] FOUR = {2, 4, 1};

    /**
     * What makes the pictures largest.
     *
     * @param compared those of detectors, at most two
     * @param letter   size of the letters, px
     */
    static ShownPictures of(
            Map<Field, HeatmapView> fields, List<HeatmapView> compared, double width, double height, double letter) {
        List<HeatmapView> own = List.copyOf(fields.values());
        if (compared.isEmpty()) {
            return best(own, width, height, FOUR);
        }
        HeatmapView y = fields.get(Field.PREDICTION);
        HeatmapView confidence = fields.get(Field.CONFIDENCE);
        HeatmapView curvature = fields.get(Field.CURVATURE);
        HeatmapView scaled = fields.get(Field.SCALED);
        List<HeatmapView> wide = new ArrayList<>(List.of(y, confidence, compared.get(0), curvature, scaled));
        wide.addAll(compared.subList(1, compared.size()));
        List<HeatmapView> tall = new ArrayList<>(List.of(y, confidence));
        tall.addAll(compared);
        tall.addAll(List.of(curvature, scaled));
        ShownPictures threeColumns = best(wide, width, height, 3);
        ShownPictures twoColumns = best(tall, width, height, 2);
        ShownPictures all = twoColumns.side() > threeColumns.side() ? twoColumns : threeColumns;
        if (all.side() >= LARGE * letter) {
            return all;
        }
        List<HeatmapView> four = new ArrayList<>(List.of(y, confidence));
        if (compared.size() == 1) {
            four.add(scaled);
        }
        four.addAll(compared);
        return best(four, width, height, FOUR);
    }

    /** One alone. */
    static ShownPictures alone(HeatmapView view, double width, double height) {
        return best(List.of(view), width, height, 1);
    }

    /** The first of the numbers of columns where nothing is gained by another. */
    private static ShownPictures best(List<HeatmapView> views, double width, double height, int... columns) {
        PictureArrangement best = PictureArrangement.of(views, columns[0], width, height);
        for (int i = 1; i < columns.length; i++) {
            PictureArrangement other = PictureArrangement.of(views, columns[i], width, height);
            best = other.side() > best.side() ? other : best;
        }
        return new ShownPictures(List.copyOf(views), best);
    }

    double side() {
        return arrangement.side();
    }

    /** Lays them out. */
    void place() {
        for (int cell = 0; cell < views.size(); cell++) {
            views.get(cell).setTwoRows(arrangement.twoRows());
            arrangement.place(views.get(cell), cell);
        }
    }

    /** The width beyond which pictures so high leave room at their sides, pixels. */
    double widthFor(double height) {
        int rows = (views.size() + arrangement.columns() - 1) / arrangement.columns();
        double each = Math.floor((height - PictureArrangement.GAP * (rows - 1)) / rows);
        return arrangement.columns() * views.get(0).widthFor(each, false)
                + PictureArrangement.GAP * (arrangement.columns() - 1);
    }
}
