package org.penumbra.experiment.table;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.penumbra.confidence.Defaults;
import org.penumbra.data.MachineMemory;
import org.penumbra.detector.Fitted;
import org.penumbra.experiment.Cell;
import org.penumbra.experiment.CellWatcher;
import org.penumbra.experiment.ExperimentSettings;
import org.penumbra.experiment.Workshop;
import org.penumbra.fooling.FoolingMemory;
import org.penumbra.fooling.FoolingSettings;
import org.penumbra.fooling.GradientAttack;
import org.penumbra.fooling.GradientRun;
import org.penumbra.fooling.Trial;
import org.penumbra.fooling.descent.FoolingGenerator;
import org.penumbra.fooling.descent.GeneratorStart;
import org.penumbra.fooling.victim.ImageVictim;
import org.penumbra.net.image.ImageClassifier;
import org.penumbra.net.image.ImageModel;
import org.penumbra.net.image.ImageSettings;

/**
 * Some trials of the paper's attack. Those of all cells of a row are the trials that "penumbra fool" makes with the same seed,
 * up to the rounding of batches of other sizes. One run to the limit of steps tells what came within any fewer.
 *
 * @param row    who is attacked
 * @param tau    threshold; of no account where the row has its own
 * @param start  of the generators
 * @param first  number of the first trial, from 0, a multiple of the classes
 * @param trials how many
 * @param limit  steps after which a trial has failed
 */
record AttackCell(TableRow row, double tau, GeneratorStart start, int first, int trials, int limit)
        implements TableCell {

    /** Measured on two quiet cores: a step of one image, forward and back, CNN and autoencoder alike. */
    private static final double STEP_SECONDS = 1.0 / 3000;
    /** Opening the model and making the generators. */
    private static final double OPENING_SECONDS = 0.5;
    /** Steps until those are fooled that are; measured at the two thresholds. */
    private static final int SOON = 100;

    private static final int LATER = 400;

    /** The threshold as it is written, or that the row has its own. */
    private String threshold() {
        return row.ofScore() ? percent(tau) : "own";
    }

    static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f", 100 * share);
    }

    @Override
    public Cell cell() {
        String id = "fool-" + row.id() + "-at-" + threshold() + "-" + start.id() + "-" + (first + 1);
        String name = row.name() + (row.ofScore() ? ", tau " + threshold() + " %" : ", own threshold");
        String column = start.id() + ", trials " + (first + 1) + " to " + (first + trials);
        double steps = row.patient() ? limit : Math.min(limit, tau == Defaults.TAU ? SOON : LATER);
        return new Cell(id, name, column, OPENING_SECONDS + trials * steps * STEP_SECONDS);
    }

    @Override
    public ObjectNode run(ExperimentSettings settings, Workshop workshop, CellWatcher watcher) {
        watcher.at(0);
        ImageModel model = workshop.model(row.model());
        Fitted fitted = row.fitted(model, tau);
        GradientAttack attack = GradientAttack.paper(start);
        List<Integer> targets =
                IntStream.range(0, model.shape().classes()).boxed().toList();
        FoolingSettings attempt = new FoolingSettings(targets, trials, tau, limit, settings.seed());
        MachineMemory.ofProcess()
                .require(
                        FoolingMemory.ofPasses(settings.lanes())
                                .and(FoolingMemory.of(attack, attempt, ImageSettings.PIXELS)),
                        "an attack of " + trials + " trials",
                        "choose fewer workers, or fewer lanes");
        List<FoolingGenerator> generators = IntStream.range(first, first + trials)
                .mapToObj(trial -> attack.generator(ImageSettings.PIXELS, settings.seed(), trial))
                .toList();
        try (ImageClassifier network = model.network();
                ImageVictim victim = new ImageVictim(network, fitted, settings.lanes())) {
            GradientRun run = new GradientRun(victim, attempt, generators);
            do {
                watcher.at(Math.min(1, (double) run.steps() / limit));
            } while (run.step());
            return result(run.trials(), fitted);
        }
    }

    private ObjectNode result(List<Trial> ended, Fitted fitted) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("first", first);
        node.put("limit", limit);
        node.put("rate", start.paperRate());
        fitted.about().value("alpha").ifPresent(alpha -> node.put("alpha", alpha));
        ArrayNode targets = node.putArray("target");
        ArrayNode outcomes = node.putArray("outcome");
        ArrayNode steps = node.putArray("steps");
        ArrayNode best = node.putArray("best");
        for (Trial trial : ended) {
            targets.add(trial.target());
            outcomes.add(trial.outcome().name().toLowerCase(Locale.ROOT));
            steps.add(trial.steps());
            if (Double.isNaN(trial.bestScore())) {
                best.addNull();
            } else {
                best.add(trial.bestScore());
            }
        }
        return node;
    }
}
