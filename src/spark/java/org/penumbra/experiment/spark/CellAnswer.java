package org.penumbra.experiment.spark;

import java.io.Serializable;

/**
 * What a machine sends back of a cell.
 *
 * @param result  the result as JSON; empty where there is none
 * @param seconds it took by the clock
 * @param failure why there is no result; empty where there is one
 */
record CellAnswer(String result, double seconds, String failure) implements Serializable {

    static CellAnswer found(String result, double seconds) {
        return new CellAnswer(result, seconds, "");
    }

    static CellAnswer failed(String why) {
        return new CellAnswer("", 0, why);
    }
}
