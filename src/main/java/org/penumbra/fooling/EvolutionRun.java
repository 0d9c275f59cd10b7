package org.penumbra.fooling;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.penumbra.data.Seeds;
import org.penumbra.fooling.encoding.Encoding;
import org.penumbra.fooling.victim.Judgement;
import org.penumbra.fooling.victim.Threshold;
import org.penumbra.fooling.victim.Victim;

/**
 * Trials of an {@link EvolutionAttack}. The victim is shown the children of some trials at a time, so that memory does not
 * grow with trials times children; a trial keeps its parents only.
 */
final class EvolutionRun<G> implements FoolingRun {

    /** Images drawn at once. */
    static final int CHUNK = 1000;

    /** A genome and how good its image is. */
    private record Individual<G>(G genome, Fitness fitness) {}

    private final Victim victim;
    private final FoolingSettings settings;
    private final Encoding<G> encoding;
    private final int parents;
    private final int children;
    private final int dimensions;
    private final Threshold threshold;
    private final List<TrialRecord> records = new ArrayList<>();
    private final List<List<Individual<G>>> populations = new ArrayList<>();
    private final List<SplittableRandom> randoms = new ArrayList<>();
    private List<Integer> active = new ArrayList<>();
    private int steps;
    private long evaluations;

    EvolutionRun(Victim victim, FoolingSettings settings, Encoding<G> encoding, int parents, int children) {
        settings.checkTargets(victim.classes());
        this.victim = victim;
        this.settings = settings;
        this.encoding = encoding;
        this.parents = parents;
        this.children = children;
        dimensions = victim.dimensions();
        threshold = victim.threshold(settings.tau());
        long stream = new Seeds(settings.seed()).attacks();
        for (int i = 0; i < settings.trials(); i++) {
            records.add(new TrialRecord(i, settings.target(i), dimensions));
            populations.add(List.of());
            randoms.add(new SplittableRandom(Seeds.item(stream, i)));
            active.add(i);
        }
    }

    @Override
    public boolean step() {
        int together = Math.max(1, CHUNK / children);
        List<Integer> left = new ArrayList<>();
        for (int from = 0; from < active.size(); from += together) {
            breed(active.subList(from, Math.min(active.size(), from + together)), left);
        }
        active = left;
        steps += active.isEmpty() ? 0 : 1;
        return !active.isEmpty();
    }

    /** One generation of some trials; those that go on are added to {@code left}. */
    private void breed(List<Integer> trials, List<Integer> left) {
        List<List<G>> broods = new ArrayList<>();
        float[] images = new float[trials.size() * children * dimensions];
        int[] targets = new int[trials.size() * children];
        for (int i = 0; i < trials.size(); i++) {
            List<G> brood = brood(trials.get(i));
            broods.add(brood);
            for (int child = 0; child < children; child++) {
                int row = i * children + child;
                encoding.draw(brood.get(child), images, row * dimensions);
                targets[row] = settings.target(trials.get(i));
            }
        }
        Judgement judgement = victim.judge(images, targets, targets.length);
        evaluations += targets.length;
        for (int i = 0; i < trials.size(); i++) {
            if (select(trials.get(i), broods.get(i), judgement, images, i * children)) {
                left.add(trials.get(i));
            }
        }
    }

    /** The children of a trial's parents, each parent's turn after the other; first ones where there are no parents. */
    private List<G> brood(int trial) {
        List<Individual<G>> population = populations.get(trial);
        SplittableRandom random = randoms.get(trial);
        List<G> brood = new ArrayList<>();
        for (int child = 0; child < children; child++) {
            brood.add(
                    population.isEmpty()
                            ? encoding.first(dimensions, random)
                            : encoding.mutated(
                                    population.get(child % population.size()).genome(), random));
        }
        return brood;
    }

    /** The next parents of a trial; whether it goes on. */
    private boolean select(int trial, List<G> brood, Judgement judgement, float[] images, int row) {
        TrialRecord record = records.get(trial);
        List<Individual<G>> all = new ArrayList<>();
        // A child as good as its parent takes its place, so that the search does not stand still on a plain.
        for (int child = 0; child < children; child++) {
            all.add(new Individual<>(
                    brood.get(child), record.see(steps, victim, judgement, images, row + child, threshold)));
            if (!record.running()) {
                populations.set(trial, List.of(all.get(child)));
                return false;
            }
        }
        all.addAll(populations.get(trial));
        all.sort(Comparator.comparing((Individual<G> one) -> one.fitness()).reversed());
        populations.set(trial, List.copyOf(all.subList(0, Math.min(parents, all.size()))));
        if (steps == settings.mostSteps()) {
            record.fail();
            return false;
        }
        return true;
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
        return active.size();
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
        return Arrays.copyOf(records.get(number).trial().image(), dimensions);
    }
}
