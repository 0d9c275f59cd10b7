package org.penumbra.command.rings;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.Arrays;
import java.util.List;
import org.penumbra.confidence.PlaneMetrics;

/**
 * The figures of a headless run, as they stand in its JSON. A figure that does not exist, such as a mean over no cell,
 * is null.
 *
 * @param preset            its name
 * @param seed              of the run
 * @param steps             training steps done
 * @param seconds           the training took, without evaluation and files
 * @param stepsPerSecond    steps by seconds
 * @param accuracy          share of the clean training points answered right by y, 0 to 1
 * @param aurocWithoutGamma of the confidence without Gamma, cells on the data against cells off them, 0 to 1
 * @param aurocWithGamma    the same with Gamma
 * @param meanConfidenceOn  mean c~ on the data, 0 to 1
 * @param meanConfidenceOff mean c~ off the data, 0 to 1
 * @param meanGammaOn       mean gamma on the data
 * @param gammaAtCentres    gamma at each ring's centre; for other data sets at each hollow they have
 * @param grid              cells of the evaluated grid in each direction
 * @param detectors         those that were asked for; left out of the JSON where none was
 * @param files             what was written
 */
@JsonNaming(SnakeCaseStrategy.class)
public record RingsSummary(
        String preset,
        long seed,
        long steps,
        double seconds,
        double stepsPerSecond,
        double accuracy,
        Double aurocWithoutGamma,
        Double aurocWithGamma,
        Double meanConfidenceOn,
        Double meanConfidenceOff,
        Double meanGammaOn,
        List<Double> gammaAtCentres,
        int grid,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<DetectorSummary> detectors,
        List<String> files) {

    static RingsSummary of(
            RingsOptions options,
            long steps,
            double seconds,
            double accuracy,
            PlaneMetrics metrics,
            List<DetectorSummary> detectors,
            List<String> files) {
        return new RingsSummary(
                options.preset().name(),
                options.seed(),
                steps,
                seconds,
                steps / seconds,
                accuracy,
                orNull(metrics.aurocWithoutGamma()),
                orNull(metrics.aurocWithGamma()),
                orNull(metrics.meanConfidenceOn()),
                orNull(metrics.meanConfidenceOff()),
                orNull(metrics.meanGammaOn()),
                Arrays.stream(metrics.gammaAtHollows())
                        .mapToObj(RingsSummary::orNull)
                        .toList(),
                options.columns(),
                detectors,
                files);
    }

    /** JSON knows no NaN. */
    static Double orNull(double value) {
        return Double.isFinite(value) ? value : null;
    }
}
