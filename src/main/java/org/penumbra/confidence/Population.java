package org.penumbra.confidence;

import java.util.Objects;

/**
 * Images of one kind as a model answered them, so that a share or a histogram of them can be shown.
 *
 * @param name    what it is to the program: "test" (test images of the model's own data set), "other" (test images of
 *                another data set), "noise", or whatever who asked the model called it
 * @param title   what it is to people ("MNIST test images")
 * @param answers one an image
 */
public record Population(String name, String title, TopAnswers answers) {

    /** Test images of the data set a model was trained on; the only ones whose labels mean something to it. */
    public static final String TEST = "test";
    /** Test images of another data set. */
    public static final String OTHER = "other";
    /** Images of noise. */
    public static final String NOISE = "noise";

    public Population {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(answers, "answers");
    }
}
