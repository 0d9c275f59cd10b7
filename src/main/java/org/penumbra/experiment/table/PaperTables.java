package org.penumbra.experiment.table;

import java.util.Map;
import org.penumbra.experiment.About;
import org.penumbra.experiment.ExperimentKind;

/** The paper's two tables as experiments. */
public final class PaperTables {

    /** MNIST. */
    public static final ExperimentKind TABLE1 = kind("table1", "Table 1: MNIST", "mnist", PaperFigures.MNIST);
    /** Fashion-MNIST. */
    public static final ExperimentKind TABLE2 =
            kind("table2", "Table 2: Fashion-MNIST", "fashion-mnist", PaperFigures.FASHION);

    private PaperTables() {}

    private static ExperimentKind kind(String name, String title, String data, Map<String, PaperFigures> paper) {
        About about = new About(
                name,
                title,
                "How many test images does each model answer right, and how often is it fooled by an image that shows "
                        + "nothing?",
                "G. Spigler, Denoising Autoencoders for Overgeneralization in Neural Networks, the table of "
                        + title.substring(title.indexOf(':') + 2));
        return new ExperimentKind(
                about,
                settings -> new TableExperiment(
                        about, data, TableRows.of(data, paper), TableEffort.of(settings), settings));
    }
}
