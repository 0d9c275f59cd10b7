package org.penumbra.command.train;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.nio.file.Path;
import org.penumbra.archive.ModelFile;
import org.penumbra.course.ImagePlan;
import org.penumbra.course.ImageResult;
import org.penumbra.net.image.TrainedModel;

/**
 * The figures of a training of an image model, as they stand in its JSON. A figure that does not exist is null.
 *
 * @param model              the file
 * @param trainingImages     that were trained on
 * @param heldOutImages      that were not, for validation and calibration
 * @param engine             whose layers took the steps: "penumbra" or "dl4j"
 * @param seconds            this call trained, validation included
 * @param samplesPerSecond   images by seconds
 * @param validationAccuracy share of the held-out images that y answers right, with the weights as the file has them
 * @param heldOutError99     99 % quantile of ||r(x) - x|| on the held-out images
 * @param provenance         as it stands in the file
 */
@JsonNaming(SnakeCaseStrategy.class)
record TrainSummary(
        String model,
        int trainingImages,
        int heldOutImages,
        String engine,
        double seconds,
        double samplesPerSecond,
        Double validationAccuracy,
        @JsonProperty("held_out_error_99") Double heldOutError99,
        JsonNode provenance) {

    /** The figures of a run that wrote its model. */
    static TrainSummary of(
            Path model,
            ImagePlan plan,
            double seconds,
            double samplesPerSecond,
            ImageResult result,
            TrainedModel trained) {
        float[] errors = result.heldOutErrors();
        return new TrainSummary(
                model.toString(),
                plan.images().count(),
                plan.heldOut().count(),
                plan.engine().id(),
                seconds,
                samplesPerSecond,
                Double.isNaN(result.accuracy()) ? null : result.accuracy(),
                errors.length == 0 ? null : (double) errors[TrainedModel.INDEX_OF_99],
                ModelFile.provenance(trained));
    }
}
