package org.penumbra.live.fooling;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.Locale;
import org.penumbra.data.CsvTable;
import org.penumbra.data.WholeFile;
import org.penumbra.fooling.FoolingSettings;
import org.penumbra.fooling.Trial;

/**
 * Writes the trials of an attack as comma-separated values: one header line, then one line a victim and trial, decimals
 * with a dot. Probability, confidence and error are those of the trial's best image. What does not exist is left empty: the
 * error, alpha and beta of a model without a decoder.
 */
public final class FoolingCsv {

    private static final String[] HEADER = {
        "victim",
        "protocol",
        "trial",
        "target",
        "target_name",
        "outcome",
        "steps",
        "best_score",
        "probability",
        "confidence",
        "reconstruction_error",
        "alpha",
        "beta",
        "tau",
        "most_steps",
        "seed"
    };

    private FoolingCsv() {}

    /**
     * Writes the trials into a file, whole or not at all; an existing one is replaced.
     *
     * @throws IOException where it cannot be written
     */
    public static void write(Path file, FoolingRecording recording) throws IOException {
        WholeFile.writeText(file, writer -> write(writer, recording));
    }

    /** @param writer receives the text and stays open */
    public static void write(Writer writer, FoolingRecording recording) throws IOException {
        CsvTable table = new CsvTable(writer, HEADER);
        FoolingPlan plan = recording.plan();
        for (int v = 0; v < recording.victims().size(); v++) {
            for (Trial trial : recording.victims().get(v).trials()) {
                table.line(values(plan, plan.victims().get(v), trial));
            }
        }
    }

    private static Object[] values(FoolingPlan plan, AttackedModel victim, Trial trial) {
        FoolingSettings settings = plan.settings();
        return new Object[] {
            victim.name(),
            plan.protocol(),
            trial.number(),
            trial.target(),
            victim.model().classes().get(trial.target()),
            trial.outcome().name().toLowerCase(Locale.ROOT),
            trial.steps(),
            known(trial.bestScore()),
            known(trial.probability()),
            known(trial.confidence()),
            known(trial.error()),
            victim.model().doubts() ? victim.alpha() : null,
            victim.model().doubts() ? victim.beta() : null,
            settings.tau(),
            settings.mostSteps(),
            settings.seed()
        };
    }

    private static Double known(double value) {
        return Double.isNaN(value) ? null : value;
    }
}
