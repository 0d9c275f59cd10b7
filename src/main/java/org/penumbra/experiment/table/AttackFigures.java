package org.penumbra.experiment.table;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.penumbra.experiment.Results;
import org.penumbra.experiment.report.Curves;

/**
 * What is known of an attack on a row: the trials of all its cells that are finished.
 *
 * @param trials those that are known
 * @param wanted how many there are to be
 * @param limit  of their steps
 * @param failed why cells are missing that could not be computed, each reason once
 */
record AttackFigures(List<Ended> trials, int wanted, int limit, List<String> failed) {

    /**
     * A trial that ended.
     *
     * @param fooled whether it reached the threshold
     * @param steps  it took
     * @param best   its highest score; NaN where it has none
     */
    record Ended(boolean fooled, int steps, double best) {}

    AttackFigures {
        trials = List.copyOf(trials);
        failed = List.copyOf(failed);
    }

    static AttackFigures of(List<AttackCell> cells, Results results) {
        List<Ended> trials = new ArrayList<>();
        List<String> failed = new ArrayList<>();
        int wanted = 0;
        for (AttackCell cell : cells) {
            wanted += cell.trials();
            String id = cell.cell().id();
            Optional<ObjectNode> result = results.of(id);
            result.ifPresent(node -> add(node, trials));
            String why = results.failed().get(id);
            if (result.isEmpty() && why != null && !failed.contains(why)) {
                failed.add(why);
            }
        }
        return new AttackFigures(trials, wanted, cells.get(0).limit(), failed);
    }

    private static void add(ObjectNode node, List<Ended> trials) {
        for (int i = 0; i < node.path("steps").size(); i++) {
            JsonNode best = node.path("best").path(i);
            trials.add(new Ended(
                    node.path("outcome").path(i).asText().equals("fooled"),
                    node.path("steps").path(i).intValue(),
                    best.isNumber() ? best.doubleValue() : Double.NaN));
        }
    }

    boolean known() {
        return !trials.isEmpty();
    }

    /** Share of the trials that fooled within so many steps, percent; NaN while none is known. */
    double fooled(int within) {
        return known()
                ? 100.0
                        * trials.stream()
                                .filter(trial -> reached(trial, within))
                                .count()
                        / trials.size()
                : Double.NaN;
    }

    /** Mean number of steps of those; NaN where there is none. */
    double meanSteps(int within) {
        return trials.stream()
                .filter(trial -> reached(trial, within))
                .mapToInt(Ended::steps)
                .average()
                .orElse(Double.NaN);
    }

    /** The highest score of those that had all their steps and did not fool; NaN where there is none. */
    double bestOfOthers() {
        return trials.stream()
                .filter(trial -> !trial.fooled())
                .mapToDouble(Ended::best)
                .filter(score -> !Double.isNaN(score))
                .max()
                .orElse(Double.NaN);
    }

    private static boolean reached(Ended trial, int within) {
        return trial.fooled() && trial.steps() <= within;
    }

    /** What has to be said of its figures. */
    String note() {
        String lacks = failed.isEmpty() ? "" : " The others could not be computed: " + String.join(" ", failed);
        return known()
                ? trials.size() == wanted
                        ? "Of " + wanted + " trials."
                        : "So far of " + trials.size() + " of " + wanted + " trials." + lacks
                : failed.isEmpty() ? "Not computed yet." : "It could not be computed: " + String.join(" ", failed);
    }

    /** Share of trials fooled over the steps: a flight of stairs from 0 to the limit. */
    Curves.Curve curve(String name) {
        TreeMap<Integer, Integer> ends = new TreeMap<>();
        trials.stream().filter(Ended::fooled).forEach(trial -> ends.merge(trial.steps(), 1, Integer::sum));
        List<Double> x = new ArrayList<>(List.of(0.0));
        List<Double> y = new ArrayList<>(List.of(share(ends.getOrDefault(0, 0))));
        int fooled = ends.getOrDefault(0, 0);
        for (var end : ends.tailMap(1).entrySet()) {
            if (end.getKey() - 1 > x.get(x.size() - 1)) {
                x.add(end.getKey() - 1.0);
                y.add(share(fooled));
            }
            fooled += end.getValue();
            x.add((double) end.getKey());
            y.add(share(fooled));
        }
        if (limit > x.get(x.size() - 1)) {
            x.add((double) limit);
            y.add(share(fooled));
        }
        return Curves.Curve.of(name, x, y);
    }

    private double share(int number) {
        return 100.0 * number / trials.size();
    }
}
