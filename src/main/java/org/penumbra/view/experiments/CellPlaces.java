package org.penumbra.view.experiments;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.penumbra.experiment.Cell;

/**
 * Where the cells of an experiment lie in a grid: rows and columns in the order in which the experiment names them first. Cells
 * of the same row and column lie side by side in it.
 *
 * @param rows    names
 * @param columns names
 * @param row     of each cell
 * @param column  of each cell
 * @param beside  how many cells lie before it in the same row and column
 * @param most    cells side by side in one row and column, at most
 */
record CellPlaces(
        List<String> rows,
        List<String> columns,
        List<Integer> row,
        List<Integer> column,
        List<Integer> beside,
        int most) {

    static CellPlaces of(List<Cell> cells) {
        Map<String, Integer> rows = new LinkedHashMap<>();
        Map<String, Integer> columns = new LinkedHashMap<>();
        Map<List<Integer>, Integer> taken = new LinkedHashMap<>();
        List<Integer> row = new ArrayList<>();
        List<Integer> column = new ArrayList<>();
        List<Integer> beside = new ArrayList<>();
        for (Cell cell : cells) {
            rows.putIfAbsent(cell.row(), rows.size());
            columns.putIfAbsent(cell.column(), columns.size());
            row.add(rows.get(cell.row()));
            column.add(columns.get(cell.column()));
            List<Integer> place = List.of(rows.get(cell.row()), columns.get(cell.column()));
            beside.add(taken.merge(place, 1, Integer::sum) - 1);
        }
        int most = taken.values().stream().mapToInt(Integer::intValue).max().orElse(1);
        return new CellPlaces(
                List.copyOf(rows.keySet()),
                List.copyOf(columns.keySet()),
                List.copyOf(row),
                List.copyOf(column),
                List.copyOf(beside),
                most);
    }

    /** How far a cell lies to the right, counted in cells. */
    int across(int cell) {
        return column.get(cell) * most + beside.get(cell);
    }

    /**
     * The cell that is next to one.
     *
     * @param right columns to the right, or to the left below 0
     * @param down  rows down, or up below 0
     * @return the nearest in that direction, or the cell itself where there is none
     */
    int next(int cell, int right, int down) {
        int found = cell;
        double nearest = Double.POSITIVE_INFINITY;
        for (int other = 0; other < row.size(); other++) {
            int x = across(other) - across(cell);
            int y = row.get(other) - row.get(cell);
            boolean there = right != 0 ? y == 0 && x * right > 0 : y * down > 0;
            double way = right != 0 ? Math.abs(x) : Math.abs(y) * 1000.0 + Math.abs(x);
            if (there && way < nearest) {
                nearest = way;
                found = other;
            }
        }
        return found;
    }
}
