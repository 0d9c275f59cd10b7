package org.penumbra.confidence.guest;

import java.util.ArrayList;
import java.util.List;
import org.penumbra.data.image.BuiltInDigits;
import org.penumbra.data.image.ImageSet;
import org.penumbra.net.guest.GuestModel;
import org.penumbra.net.image.ImageAnswers;
import org.penumbra.net.image.ImageClassifier;

/**
 * What a guest answers to built-in digits, to be looked at.
 *
 * @param images  {@link #SHOWN} images of 784 pixels, 0 (background) to 1 (ink)
 * @param answers the likeliest class of each
 * @param scores  its y, 0 to 1
 * @param right   how many of the digits that were asked about are answered by the class of that number
 * @param asked   how many that were
 */
public record GuestPreview(List<float[]> images, List<String> answers, List<Double> scores, int right, int asked) {

    /** Digits that are shown, one of each. */
    public static final int SHOWN = 10;

    private static final int ASKED = 200;
    private static final long SEED = 1;

    public GuestPreview {
        images = List.copyOf(images);
        answers = List.copyOf(answers);
        scores = List.copyOf(scores);
    }

    /** Asks, which takes a second or so. The network is opened and closed on the calling thread. */
    public static GuestPreview of(GuestModel guest) {
        ImageSet digits = new BuiltInDigits(1, ASKED, SEED).make().test();
        List<float[]> images = new ArrayList<>();
        List<String> names = new ArrayList<>();
        List<Double> scores = new ArrayList<>();
        int right = 0;
        try (ImageClassifier network = guest.network()) {
            ImageAnswers answers = ImageAnswers.of(network, digits);
            for (int i = 0; i < ASKED; i++) {
                right += answers.answer(i) == digits.label(i) ? 1 : 0;
            }
            for (int i = 0; i < SHOWN; i++) {
                images.add(digits.image(i));
                names.add(guest.classes().get(answers.answer(i)));
                scores.add((double) answers.score(i));
            }
        }
        return new GuestPreview(images, names, scores, right, ASKED);
    }
}
