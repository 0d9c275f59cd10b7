package org.penumbra.live.fooling;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.Locale;
import java.util.OptionalDouble;
import org.penumbra.data.CsvTable;
import org.penumbra.data.WholeFile;
import org.penumbra.fooling.FoolingSettings;
import org.penumbra.fooling.GradientAttack;
import org.penumbra.fooling.Trial;
import org.penumbra.fooling.descent.GeneratorStart;

/**
 * Writes the trials of an attack as comma-separated values: one header line, then one line a victim and trial, decimals
 * with a dot. A victim that the attack does not suit has no lines. The column tau has what the victim's score or acceptance
 * was held against, which a detector may have of its own. The column protocol has its name, and
 * "-from-noise" behind it where the generator did not start from grey. Probability, confidence and error are those of the trial's best image. What does not exist is left empty: the
 * error of a model without a decoder, alpha and beta of another detector than the confidence.
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
        "seed",
        "detector"
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
            protocol(plan),
            trial.number(),
            trial.target(),
            victim.model().classes().get(trial.target()),
            trial.outcome().name().toLowerCase(Locale.ROOT),
            trial.steps(),
            known(trial.bestScore()),
            known(trial.probability()),
            known(trial.confidence()),
            known(trial.error()),
            setting(victim, "alpha"),
            setting(victim, "beta"),
            victim.threshold(settings.tau()).value(),
            settings.mostSteps(),
            settings.seed(),
            victim.fitted().about().id()
        };
    }

    /** Tables that were written before there was another start than grey had the name alone. */
    private static String protocol(FoolingPlan plan) {
        return plan.attack() instanceof GradientAttack attack && attack.start() != GeneratorStart.GREY
                ? plan.protocol() + "-from-" + attack.start().id()
                : plan.protocol();
    }

    private static Double setting(AttackedModel victim, String name) {
        OptionalDouble value = victim.fitted().about().value(name);
        return value.isPresent() ? value.getAsDouble() : null;
    }

    private static Double known(double value) {
        return Double.isNaN(value) ? null : value;
    }
}
