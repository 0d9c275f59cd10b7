package org.penumbra.command.image;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.penumbra.confidence.Verdict;
import org.penumbra.words.VerdictWords;

/** What the command line says of one picture. */
class PictureAnswerTest {

    private static final List<String> CLASSES = List.of("zero", "one");

    /** The product of the factors ends a bit below 0.926, which the window has always read as 92.6 %. */
    @Test
    void aScoreReadsAsInTheWindow() {
        double score = Math.nextDown(0.926);
        Verdict verdict = new Verdict(1, score, 0.5, score, 1, 1);
        String words = answer(verdict, new float[] {0.074f, 0.926f}).inWords();
        assertEquals(
                "one.png: " + new VerdictWords(verdict).sentence(CLASSES),
                words.lines().findFirst().orElseThrow());
        assertEquals("one.png: one, 92.6 % sure", words.lines().findFirst().orElseThrow());
    }

    @Test
    void noNumberOfTheAnswerIsRoundedUp() {
        Verdict verdict = new Verdict(1, 0.9269, 0.5, 0.9998, 0.9271, 1);
        assertEquals("""
                one.png: one, 92.6 % sure
                    y(one) 0.999
                    confidence c~ 0.927, from the reconstruction error 3.000; score y~ 0.926\
                """, answer(verdict, new float[] {0.0002f, 0.9998f}).inWords());
    }

    private static PictureAnswer answer(Verdict verdict, float[] y) {
        return new PictureAnswer("one.png", CLASSES, y, verdict, 3.0, null);
    }
}
