package org.penumbra.course;

import org.penumbra.net.image.StepEngine;
import org.penumbra.net.image.StepTaker;
import org.penumbra.net.stock.StockStepTaker;

/** Finds who takes the steps of a run. No class of DL4J is loaded unless its layers are asked for. */
final class StepTakers {

    private StepTakers() {}

    static StepTaker.Factory of(StepEngine engine) {
        return switch (engine) {
            case PENUMBRA -> StepTaker.Factory.ofPenumbra();
            case DL4J -> StockStepTaker.factory();
        };
    }
}
