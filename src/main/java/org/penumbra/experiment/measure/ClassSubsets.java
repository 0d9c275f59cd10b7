package org.penumbra.experiment.measure;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.penumbra.data.Seeds;

/**
 * Classes drawn at random, some of all. Each repeat has another choice for as long as there are others; then they begin anew.
 *
 * @param classes names of all
 * @param count   how many are drawn, 1 to all
 * @param seed    the same seed draws the same
 */
public record ClassSubsets(List<String> classes, int count, long seed) {

    public ClassSubsets {
        classes = List.copyOf(classes);
        if (count < 1 || count > classes.size()) {
            throw new IllegalArgumentException(
                    "classes: expected 1 to " + classes.size() + " of them, but got " + count);
        }
    }

    /**
     * The choice of a repeat, in the order of all classes.
     *
     * @param repeat from 0
     */
    public List<String> of(int repeat) {
        SplittableRandom random = new SplittableRandom(Seeds.item(new Seeds(seed).samples(), count));
        long choices = choices();
        Set<List<Integer>> drawn = new HashSet<>();
        List<Integer> choice = List.of();
        for (int i = 0; i <= repeat; i++) {
            if (drawn.size() == choices) {
                drawn.clear();
            }
            do {
                choice = draw(random);
            } while (!drawn.add(choice));
        }
        return choice.stream().map(classes::get).toList();
    }

    private List<Integer> draw(SplittableRandom random) {
        List<Integer> left =
                new ArrayList<>(IntStream.range(0, classes.size()).boxed().toList());
        List<Integer> choice = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            choice.add(left.remove(random.nextInt(left.size())));
        }
        choice.sort(Integer::compare);
        return choice;
    }

    /** How many different choices there are: n over k. */
    private long choices() {
        long choices = 1;
        for (int i = 0; i < count; i++) {
            choices = choices * (classes.size() - i) / (i + 1);
        }
        return choices;
    }
}
