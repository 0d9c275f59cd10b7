package org.penumbra.experiment;

import java.util.List;

/**
 * What an experiment's cells need, so that it is looked for before hours are spent.
 *
 * @param data   data sets by name: "mnist"
 * @param models shipped models by name: "mnist-dae-sym"
 */
public record Needs(List<String> data, List<String> models) {

    /** Nothing: all is made by the program. */
    public static final Needs NOTHING = new Needs(List.of(), List.of());

    public Needs {
        data = List.copyOf(data);
        models = List.copyOf(models);
    }
}
