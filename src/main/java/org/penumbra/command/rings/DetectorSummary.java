package org.penumbra.command.rings;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.penumbra.detector.Description;
import org.penumbra.detector.Detector;
import org.penumbra.fitting.JudgedPlane;

/**
 * The figures of a detector, as they stand in the JSON of a headless run. A figure that does not exist is null.
 *
 * @param detector     its name
 * @param settings     numbers and words that were chosen
 * @param usualTau     the threshold on the acceptance whose border the picture shows
 * @param auroc        of its ranking, cells on the data against cells off them, 0 to 1
 * @param farAway      mean acceptance far from all data, 0 to 1
 * @param fitSeconds   how long the fit took
 * @param judgeSeconds how long the grid took
 * @param picture      the file of its picture
 */
@JsonNaming(SnakeCaseStrategy.class)
public record DetectorSummary(
        String detector,
        Map<String, Object> settings,
        double usualTau,
        Double auroc,
        Double farAway,
        double fitSeconds,
        double judgeSeconds,
        String picture) {

    static DetectorSummary of(Detector detector, JudgedPlane plane, String picture) {
        Description about = detector.about();
        return new DetectorSummary(
                about.id(),
                settings(about),
                plane.fitted().about().usualTau(),
                RingsSummary.orNull(plane.figures().auroc()),
                RingsSummary.orNull(plane.figures().farAway()),
                plane.fitSeconds(),
                plane.judgeSeconds(),
                picture);
    }

    /** What was chosen, by name. */
    static Map<String, Object> settings(Description about) {
        Map<String, Object> chosen = new LinkedHashMap<>();
        about.settings().forEach(setting -> chosen.put(setting.name(), setting.value()));
        about.choices().forEach(choice -> chosen.put(choice.name(), choice.value()));
        return Collections.unmodifiableMap(chosen);
    }
}
