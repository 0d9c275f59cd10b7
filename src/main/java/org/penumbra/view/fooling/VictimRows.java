package org.penumbra.view.fooling;

import java.util.List;

/** A row a victim, with a small image for each target. */
final class VictimRows extends VictimsPane {

    private final List<VictimRow> rows;

    VictimRows(List<VictimRow> rows) {
        this.rows = List.copyOf(rows);
        getStyleClass().add("victim-rows");
        getChildren().setAll(rows);
    }

    @Override
    double image(double width, double height) {
        double high = high(height);
        return rows.stream().mapToDouble(row -> row.image(width, high)).min().orElse(0);
    }

    @Override
    double used(double width, double height) {
        double high = high(height);
        return Math.min(height, rows.size() * each(width, high) + (rows.size() - 1) * GAP);
    }

    private double each(double width, double high) {
        return rows.stream().mapToDouble(row -> row.used(width, high)).max().orElse(high);
    }

    private double high(double height) {
        return Math.floor((height - (rows.size() - 1) * GAP) / rows.size());
    }

    @Override
    protected double computeMinWidth(double height) {
        return rows.stream().mapToDouble(row -> row.minWidth(-1)).max().orElse(0);
    }

    @Override
    protected double computeMinHeight(double width) {
        double used = width < 0 ? computeMinWidth(-1) : width;
        double least =
                rows.stream().mapToDouble(row -> row.minHeight(used)).max().orElse(0);
        return rows.size() * least + (rows.size() - 1) * GAP;
    }

    @Override
    protected void layoutChildren() {
        double high = high(getHeight());
        double each = Math.min(high, each(getWidth(), high));
        for (int i = 0; i < rows.size(); i++) {
            rows.get(i).resizeRelocate(0, i * (each + GAP), getWidth(), each);
        }
    }
}
