package org.penumbra.command.train;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;

/**
 * The figures of a training of an image model, as they stand in its JSON. A figure that does not exist is null.
 *
 * @param model              the file
 * @param trainingImages     that were trained on
 * @param heldOutImages      that were not, for validation and calibration
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
        double seconds,
        double samplesPerSecond,
        Double validationAccuracy,
        @JsonProperty("held_out_error_99") Double heldOutError99,
        JsonNode provenance) {}
