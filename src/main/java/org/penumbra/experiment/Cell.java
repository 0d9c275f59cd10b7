package org.penumbra.experiment;

import java.util.List;
import java.util.function.Function;

/**
 * One piece of an experiment's work. It is independent of all others, and its result follows from the experiment's settings and
 * its id alone, whoever computes it and when.
 *
 * @param id      unique in its experiment, and a file name: letters a to z, digits and hyphens
 * @param row     what cells side by side in a grid have in common, for a person: "dAE sym, tau 90 %"
 * @param column  what cells below each other have in common: "noise, trials 1 to 50"
 * @param seconds roughly how long it takes on two cores of the machine on which it was measured; above 0. What counts is its
 *                size beside that of the other cells: how long it takes elsewhere is found by a probe and by those that are done
 */
public record Cell(String id, String row, String column, double seconds) {

    public Cell {
        if (!id.matches("[a-z0-9]+(-[a-z0-9]+)*") || id.length() > 120) {
            throw new IllegalArgumentException(
                    "id: expected letters a to z, digits and single hyphens, at most 120, but got \"" + id + "\"");
        }
        if (!(seconds > 0) || Double.isInfinite(seconds)) {
            throw new IllegalArgumentException("seconds: expected a number above 0, but got " + seconds);
        }
    }

    /**
     * That of an experiment's pieces of work which this cell is.
     *
     * @param work   all of them
     * @param idOf   the id of the cell that a piece is
     * @throws ExperimentException when none has this cell's id
     */
    public <T> T among(List<T> work, Function<T, String> idOf) {
        return work.stream()
                .filter(one -> idOf.apply(one).equals(id))
                .findFirst()
                .orElseThrow(() -> new ExperimentException(
                        "cell \"" + id + "\": expected one of the experiment, but it has none of that id"));
    }
}
