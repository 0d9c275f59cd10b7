package org.penumbra.experiment.table;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.penumbra.experiment.Cell;
import org.penumbra.experiment.CellWatcher;
import org.penumbra.experiment.ExperimentSettings;
import org.penumbra.experiment.Workshop;

/** A piece of a table's work. */
sealed interface TableCell permits AccuracyCell, AttackCell {

    /** What it is called, and how long it takes. */
    Cell cell();

    /** Does it. */
    ObjectNode run(ExperimentSettings settings, Workshop workshop, CellWatcher watcher);
}
