package org.penumbra.experiment.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Classes drawn by seed. */
class ClassSubsetsTest {

    private static final List<String> ALL =
            IntStream.range(0, 10).mapToObj(String::valueOf).toList();

    @Test
    void repeatsHaveDistinctChoicesAndTheSameAgain() {
        for (int count = 1; count <= 9; count++) {
            Set<List<String>> choices = new HashSet<>();
            for (int repeat = 0; repeat < 10; repeat++) {
                List<String> choice = new ClassSubsets(ALL, count, 7).of(repeat);
                assertEquals(choice, new ClassSubsets(ALL, count, 7).of(repeat));
                assertEquals(count, new TreeSet<>(choice).size(), choice.toString());
                assertEquals(List.copyOf(new TreeSet<>(choice)), choice, "in the order of the set");
                assertTrue(ALL.containsAll(choice));
                choices.add(choice);
            }
            assertEquals(10, choices.size(), count + " classes");
        }
    }

    @Test
    void anotherSeedDrawsOthersAndAllClassesAreOneChoice() {
        assertNotEquals(new ClassSubsets(ALL, 5, 1).of(0), new ClassSubsets(ALL, 5, 2).of(0));
        assertEquals(ALL, new ClassSubsets(ALL, 10, 3).of(0));
        assertEquals(ALL, new ClassSubsets(ALL, 10, 3).of(4), "there is no other");
        assertThrows(IllegalArgumentException.class, () -> new ClassSubsets(ALL, 0, 1));
        assertThrows(IllegalArgumentException.class, () -> new ClassSubsets(ALL, 11, 1));
    }
}
