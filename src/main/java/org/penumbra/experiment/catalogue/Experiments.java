package org.penumbra.experiment.catalogue;

import java.util.List;
import java.util.stream.Collectors;
import org.penumbra.experiment.ExperimentException;
import org.penumbra.experiment.ExperimentKind;
import org.penumbra.experiment.openset.OneClass;
import org.penumbra.experiment.openset.OpenSet;
import org.penumbra.experiment.rings.RingsOverSeeds;
import org.penumbra.experiment.strangers.OutOfDistribution;
import org.penumbra.experiment.table.PaperTables;

/** The experiments of the program. */
public final class Experiments {

    /** All of them, in the order of a menu. */
    public static final List<ExperimentKind> ALL = List.of(
            PaperTables.TABLE1,
            PaperTables.TABLE2,
            OpenSet.KIND,
            OneClass.KIND,
            OutOfDistribution.KIND,
            RingsOverSeeds.KIND);

    private Experiments() {}

    /**
     * The one of a name.
     *
     * @throws ExperimentException when there is none; it lists those there are
     */
    public static ExperimentKind named(String name) {
        return named(name, ALL);
    }

    /** The same among these. */
    public static ExperimentKind named(String name, List<ExperimentKind> kinds) {
        return kinds.stream()
                .filter(kind -> kind.about().name().equals(name))
                .findFirst()
                .orElseThrow(() -> new ExperimentException("experiment \"" + name + "\": expected one of "
                        + kinds.stream().map(kind -> kind.about().name()).collect(Collectors.joining(", "))
                        + ", but there is none of that name"));
    }
}
