package org.penumbra.live.draw;

import java.util.List;

/**
 * What all models say of one image: immutable, a newer one replaces it. The same image comes again as its gammas get
 * better.
 *
 * @param number  by which the image was asked about
 * @param image   784 pixels, 0 (background) to 1 (ink); not to be written to
 * @param answers one a model, in their order
 * @param millis  from the question to the answers without gamma, milliseconds
 */
public record AnswerFrame(long number, float[] image, List<ModelAnswer> answers, double millis) {

    public AnswerFrame {
        answers = List.copyOf(answers);
    }
}
