package org.penumbra.experiment.openset;

import java.util.Locale;

/**
 * What a cell is about.
 *
 * @param data    it trains on
 * @param network it trains
 * @param count   classes it trains on
 * @param repeat  from 0
 */
record OpenSetPlace(TrainedSet data, OpenSetNetwork network, int count, int repeat) {

    /** The cell's id. */
    String id() {
        return String.format(Locale.ROOT, "%s-%s-n%d-r%d", data.name(), network.id(), count, repeat + 1);
    }

    /** The cell's row in a grid. */
    String row() {
        return data.title() + ", " + network.title() + ", repeat " + (repeat + 1);
    }

    /** The cell's column in a grid. */
    String column() {
        return count == 1 ? "1 class" : count + " classes";
    }
}
