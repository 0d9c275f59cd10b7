package org.penumbra.bench;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.penumbra.course.ImagePlan;
import org.penumbra.course.ImageRun;
import org.penumbra.course.LossDifference;
import org.penumbra.net.image.ImageTraining;
import org.penumbra.net.image.StepEngine;

/** Trains the same network by both engines, which take turns, and holds their losses and speeds against each other. */
final class EnginesBenchmark {

    private final ImagePlan plan;

    /** @param plan what both train; its engine is of no account */
    EnginesBenchmark(ImagePlan plan) {
        this.plan = plan;
    }

    /**
     * What was found.
     *
     * @param losses     of each engine, by the number of the step
     * @param difference between them
     * @param speeds     of each engine, images a second in each round but the first, in which everything is compiled
     */
    record Result(
            Map<StepEngine, SortedMap<Long, Double>> losses,
            LossDifference difference,
            Map<StepEngine, List<Double>> speeds) {}

    /**
     * Measures.
     *
     * @param rounds turns of each engine, at least 2
     * @param steps  of each turn, at least 1
     */
    Result measure(int rounds, int steps) {
        Map<StepEngine, SortedMap<Long, Double>> losses = new EnumMap<>(StepEngine.class);
        Map<StepEngine, List<Double>> speeds = new EnumMap<>(StepEngine.class);
        for (StepEngine engine : StepEngine.values()) {
            losses.put(engine, new TreeMap<>());
            speeds.put(engine, new ArrayList<>());
        }
        try (ImageRun ours = run(StepEngine.PENUMBRA);
                ImageRun stock = run(StepEngine.DL4J)) {
            for (int round = 0; round < rounds; round++) {
                // Every second round the other way around, as what comes second may find a warmer machine.
                List<ImageRun> turns = round % 2 == 0 ? List.of(ours, stock) : List.of(stock, ours);
                for (ImageRun run : turns) {
                    StepEngine engine = run.plan().engine();
                    double speed = turn(run, steps, losses.get(engine));
                    if (round > 0) {
                        speeds.get(engine).add(speed);
                    }
                }
            }
        }
        return new Result(
                losses, LossDifference.of(losses.get(StepEngine.PENUMBRA), losses.get(StepEngine.DL4J)), speeds);
    }

    private ImageRun run(StepEngine engine) {
        ImagePlan own = new ImagePlan(plan.network(), plan.training(), plan.data(), 0, engine);
        return new ImageRun(own, ImageTraining.defaultLanes(), Long.MAX_VALUE);
    }

    /** @return images a second */
    private double turn(ImageRun run, int steps, SortedMap<Long, Double> losses) {
        long start = System.nanoTime();
        for (int step = 0; step < steps; step++) {
            double loss = run.step().total(plan.training().lambda());
            losses.put(run.steps(), loss);
        }
        return steps * plan.training().batch() * 1e9 / (System.nanoTime() - start);
    }
}
