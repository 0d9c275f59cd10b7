package org.penumbra.bench.jury;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.penumbra.bench.jury.UnknownImages.Role;
import org.penumbra.detector.jury.JurorScale;

/** The search finds the jurors that see what the others do not, and its page says so. */
class JurySearchTest {

    private static final List<String> CANDIDATES = JuryReport.CANDIDATES;

    /** Candidates 0 and 1 each see one set of unknown images and are blind to the other; all others see nothing. */
    private static JurySearch search() {
        Random random = new Random(6);
        ModelTrial trial = new ModelTrial(
                "a model",
                rankings(random, 400, -1).stream().map(JurorScale::of).toList(),
                rankings(random, 300, -1),
                rankings(random, 300, -1),
                List.of(
                        new ModelTrial.Asked("one", Role.CHOOSE, false, rankings(random, 200, 0)),
                        new ModelTrial.Asked("other", Role.CHOOSE, false, rankings(random, 200, 1)),
                        new ModelTrial.Asked("kept", Role.REPORT, false, rankings(random, 200, 0)),
                        new ModelTrial.Asked("near", Role.REPORT, true, rankings(random, 200, -1))),
                CANDIDATES.stream().map(name -> 1.0).toList(),
                CANDIDATES.stream().map(name -> 2.0).toList());
        return new JurySearch(CANDIDATES, List.of(trial));
    }

    private static List<double[]> rankings(Random random, int images, int seenBy) {
        return IntStream.range(0, CANDIDATES.size())
                .mapToObj(one -> random.doubles(images)
                        .map(value -> one == seenBy ? value - 5 : value)
                        .toArray())
                .toList();
    }

    @Test
    void theBestJuryIsOfThoseWhoSee() {
        JurySearch search = search();
        JurySearch.Tried best = search.juries().get(0);
        assertEquals(List.of(0, 1), best.jurors());
        assertTrue(best.chosen().all().auroc() > 0.98, best.toString());
        assertEquals("near", best.report().all().set());
        assertEquals("kept", best.report().far().set());
        JurySearch.Tried alone = search.alone().get(0);
        assertTrue(alone.chosen().all().auroc() < 0.6, "one alone is blind to something: " + alone);
        // Of 10 candidates 45 + 120 + 210 + 252 juries of 2 to 5, three ways each.
        assertEquals(627 * 3, search.juries().size());
    }

    @Test
    void thePageHasARowForEachSetAndTheShippedJury() {
        String page = JuryReport.markdown(search());
        assertTrue(page.contains("| one | choose |"), page);
        assertTrue(page.contains("| kept | report |"), page);
        assertTrue(page.contains("| near (near) | report |"), page);
        assertTrue(page.contains("| reconstruction, reconstruction:sides=both | "), page);
        assertTrue(page.contains("The shipped one:"), page);
        long columns = Stream.of(page.split("\n"))
                .filter(line -> line.startsWith("| set |"))
                .count();
        assertEquals(1, columns);
    }
}
