package org.penumbra.fooling;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.penumbra.fooling.descent.FoolingGenerator;
import org.penumbra.fooling.victim.FoolingException;
import org.penumbra.fooling.victim.Judgement;
import org.penumbra.fooling.victim.Threshold;
import org.penumbra.fooling.victim.Victim;

/**
 * Trials of a {@link GradientAttack}. What a trial keeps is a few vectors of D numbers: 40 KB with Adam on images, 8 MB for
 * 200 of them.
 */
public final class GradientRun implements FoolingRun {

    private final Victim victim;
    private final FoolingSettings settings;
    private final int dimensions;
    private final Threshold threshold;
    private final List<TrialRecord> records = new ArrayList<>();
    private final List<FoolingGenerator> generators;
    private final float[] images;
    private final int[] rows;
    private int running;
    private int steps;
    private long evaluations;

    public GradientRun(Victim victim, FoolingSettings settings, GradientAttack attack) {
        this(
                victim,
                settings,
                IntStream.range(0, settings.trials())
                        .mapToObj(trial -> attack.generator(victim.dimensions(), settings.seed(), trial))
                        .toList());
    }

    /** With given generators, one a trial. */
    public GradientRun(Victim victim, FoolingSettings settings, List<FoolingGenerator> generators) {
        settings.checkTargets(victim.classes());
        if (!victim.hasGradient()) {
            throw new FoolingException("this victim has no gradient; attack it by evolution");
        }
        this.victim = victim;
        this.settings = settings;
        this.generators = generators;
        dimensions = victim.dimensions();
        threshold = victim.threshold(settings.tau());
        running = settings.trials();
        images = new float[Math.multiplyExact(running, dimensions)];
        rows = new int[running];
        for (int i = 0; i < running; i++) {
            records.add(new TrialRecord(i, settings.target(i), dimensions));
            rows[i] = i;
            generators.get(i).draw(images, i * dimensions);
        }
    }

    @Override
    public boolean step() {
        if (running == 0) {
            return false;
        }
        int[] targets = new int[running];
        Arrays.setAll(targets, row -> records.get(rows[row]).target());
        Judgement judgement = victim.judgeWithGradient(images, targets, running);
        evaluations += running;
        int left = 0;
        for (int row = 0; row < running; row++) {
            TrialRecord record = records.get(rows[row]);
            record.see(steps, victim, judgement, images, row, threshold);
            if (record.running() && steps == settings.mostSteps()) {
                record.fail();
            }
            if (!record.running()) {
                continue;
            }
            // Rows that ended before this one leave room, so the images move up.
            FoolingGenerator generator = generators.get(record.number());
            generator.step(judgement.gradients(), row * dimensions);
            generator.draw(images, left * dimensions);
            rows[left++] = record.number();
        }
        running = left;
        steps += running > 0 ? 1 : 0;
        return running > 0;
    }

    @Override
    public FoolingSettings settings() {
        return settings;
    }

    @Override
    public int steps() {
        return steps;
    }

    @Override
    public int running() {
        return running;
    }

    @Override
    public long evaluations() {
        return evaluations;
    }

    @Override
    public Trial trial(int number) {
        return records.get(number).trial();
    }

    @Override
    public float[] present(int number) {
        float[] image = new float[dimensions];
        generators.get(number).draw(image, 0);
        return image;
    }
}
