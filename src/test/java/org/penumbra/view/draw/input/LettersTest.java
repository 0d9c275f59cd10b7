package org.penumbra.view.draw.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.penumbra.archive.Models;
import org.penumbra.confidence.Calibration;
import org.penumbra.confidence.ConfidenceSettings;
import org.penumbra.confidence.Verdict;
import org.penumbra.data.ink.Fit;
import org.penumbra.net.image.ImageNetwork;
import org.penumbra.net.image.ImageResponse;
import org.penumbra.net.image.ImageSettings;
import org.penumbra.net.image.TrainedModel;

/** What the autoencoder that ships says of the letters, on which the order of their key rests. */
@Timeout(120)
class LettersTest {

    private static final double TAU = 0.9;

    @Test
    void theKeyBeginsWithTheLettersThatTheAutoencoderDoubtsMost() {
        Letters letters = new Letters();
        Map<Character, Double> scores = new HashMap<>();
        TrainedModel model = Models.shipped("mnist-dae-sym");
        ConfidenceSettings settings = new ConfidenceSettings(new Calibration.ByKappa(1).alpha(model, TAU), 0, TAU);
        boolean firstIsKnown = true;
        try (ImageNetwork network = model.network()) {
            for (char letter : Letters.ALL.toCharArray()) {
                ImageResponse response = network.respond(
                        letters.draw(letter).image(InputModel.USUAL_BRUSH).of(Fit.DIGIT), 1);
                Verdict verdict =
                        Verdict.of(response.scores(), response.errors()[0], 0, ImageSettings.PIXELS, settings);
                scores.put(letter, verdict.score());
                if (letter == Letters.DOUBTED_FIRST.charAt(0)) {
                    firstIsKnown = verdict.known();
                }
            }
        }
        String measured = Letters.ALL
                .chars()
                .mapToObj(letter -> (char) letter)
                .sorted(Comparator.comparing(scores::get))
                .map(String::valueOf)
                .collect(Collectors.joining());
        System.out.println("letters, the most doubted first: " + measured);
        measured.chars().forEach(letter -> System.out.printf("%c %.4f  ", letter, scores.get((char) letter)));
        System.out.println();
        assertFalse(firstIsKnown, Letters.DOUBTED_FIRST.charAt(0) + " is taken for a digit");
        assertEquals(52, Letters.DOUBTED_FIRST.chars().distinct().count());
        for (int i = 1; i < Letters.DOUBTED_FIRST.length(); i++) {
            char before = Letters.DOUBTED_FIRST.charAt(i - 1);
            char here = Letters.DOUBTED_FIRST.charAt(i);
            // Other processors round otherwise.
            assertTrue(
                    scores.get(here) > scores.get(before) - 0.003,
                    before + " comes before " + here + ", but the order is " + measured);
        }
    }
}
