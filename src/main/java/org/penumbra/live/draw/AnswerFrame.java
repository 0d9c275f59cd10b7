package org.penumbra.live.draw;

import java.util.List;
import java.util.Optional;
import org.penumbra.data.ink.FittedImage;
import org.penumbra.detector.Fitted;
import org.penumbra.net.image.ImageModel;

/**
 * What all models say of one image: immutable, a newer one replaces it. The same image comes again as detectors judge it, the
 * nearest training image is found and its gammas get better.
 *
 * @param number  by which the image was asked about
 * @param image   as each fit gives it; a model saw it by its own
 * @param answers one a model, in their order, but for those that have none
 * @param silent  the models that have none
 * @param judged  what detectors said of one model's answer so far, in the order in which they said it
 * @param nearest the nearest of the images it is compared with; empty while that is not known
 * @param millis  from the question to the answers without gamma, milliseconds
 */
public record AnswerFrame(
        long number,
        FittedImage image,
        List<ModelAnswer> answers,
        List<Silent> silent,
        List<JudgedAnswer> judged,
        Optional<NearestImage> nearest,
        double millis) {

    /**
     * A model that has no answer to the image.
     *
     * @param why a few sentences
     */
    public record Silent(ImageModel model, String why) {}

    public AnswerFrame {
        answers = List.copyOf(answers);
        silent = List.copyOf(silent);
        judged = List.copyOf(judged);
    }

    /** What a detector said, the very same one; empty if it has not. */
    public Optional<JudgedAnswer> judgedBy(Fitted detector) {
        return judged.stream().filter(answer -> answer.detector() == detector).findFirst();
    }

    /** What a model answers; empty if it has no answer. */
    public Optional<ModelAnswer> answerOf(ImageModel model) {
        return answers.stream().filter(answer -> answer.model() == model).findFirst();
    }

    /** Why a model has no answer, as far as that is known; otherwise empty. */
    public String whySilent(ImageModel model) {
        return silent.stream()
                .filter(one -> one.model() == model)
                .map(Silent::why)
                .findFirst()
                .orElse("");
    }
}
