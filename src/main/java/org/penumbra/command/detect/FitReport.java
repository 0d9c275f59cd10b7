package org.penumbra.command.detect;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.penumbra.archive.FittedOn;
import org.penumbra.archive.StoredDetector;
import org.penumbra.detector.FitData;
import org.penumbra.detector.FittedForm;
import org.penumbra.detector.Opinion;

/**
 * What is told of a fit, as it stands in its JSON.
 *
 * @param model           as it was typed
 * @param detector        its id
 * @param data            the name of the images
 * @param train           training images that the network was asked about; the detector may take fewer of them
 * @param heldOut         held-out images
 * @param negatives       what the images of no class were; null where there were none
 * @param others          how many of those there were
 * @param usualTau        threshold on the acceptance where nobody chooses another
 * @param acceptedHeldOut share of the held-out images whose acceptance reaches it, 0 to 1
 * @param secondsToAnswer the network took to be asked, for all detectors of this command
 * @param secondsToFit    the fit took
 * @param gradient        whether it can be attacked by gradient
 * @param found           its settings and what was found, by name
 * @param choices         words that were chosen, by name
 * @param arrays          the shapes of what was found besides, by name
 * @param parts           ids of the detectors it is made of
 * @param file            that was written
 * @param bytes           of the file
 */
@JsonNaming(SnakeCaseStrategy.class)
record FitReport(
        String model,
        String detector,
        String data,
        int train,
        int heldOut,
        String negatives,
        int others,
        double usualTau,
        double acceptedHeldOut,
        double secondsToAnswer,
        double secondsToFit,
        boolean gradient,
        Map<String, Double> found,
        Map<String, String> choices,
        Map<String, int[]> arrays,
        List<String> parts,
        String file,
        long bytes) {

    static FitReport of(
            String model, StoredDetector stored, FitData data, double secondsToAnswer, Path file, long bytes) {
        FittedForm form = stored.fitted().form();
        FittedOn on = stored.on();
        double tau = stored.fitted().about().usualTau();
        Map<String, int[]> arrays = new LinkedHashMap<>();
        form.arrays().forEach((name, array) -> arrays.put(name, array.shape()));
        return new FitReport(
                model,
                form.id(),
                on.data(),
                on.train(),
                on.heldOut(),
                on.negatives().isEmpty() ? null : on.negatives(),
                on.others(),
                tau,
                accepted(stored.fitted().judge(data.heldOut()), tau),
                secondsToAnswer,
                on.seconds() - secondsToAnswer,
                stored.fitted().hasGradient(),
                form.numbers(),
                form.choices(),
                arrays,
                form.parts().stream().map(FittedForm::id).toList(),
                file.toString(),
                bytes);
    }

    private static double accepted(Opinion opinion, double tau) {
        int accepted = 0;
        for (double acceptance : opinion.acceptance()) {
            accepted += acceptance >= tau ? 1 : 0;
        }
        return (double) accepted / opinion.count();
    }
}
