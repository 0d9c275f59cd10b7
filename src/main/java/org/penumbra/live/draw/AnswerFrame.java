package org.penumbra.live.draw;

import java.util.List;
import org.penumbra.data.ink.FittedImage;

/**
 * What all models say of one image: immutable, a newer one replaces it. The same image comes again as its gammas get
 * better.
 *
 * @param number  by which the image was asked about
 * @param image   as each fit gives it; a model saw it by its own
 * @param answers one a model, in their order
 * @param millis  from the question to the answers without gamma, milliseconds
 */
public record AnswerFrame(long number, FittedImage image, List<ModelAnswer> answers, double millis) {

    public AnswerFrame {
        answers = List.copyOf(answers);
    }
}
