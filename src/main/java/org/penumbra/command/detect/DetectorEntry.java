package org.penumbra.command.detect;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;
import java.util.Locale;
import org.penumbra.detector.Description;
import org.penumbra.detector.Detector;
import org.penumbra.detector.DetectorKind;
import org.penumbra.detector.catalogue.Detectors;
import org.penumbra.detector.model.ImageDetectors;

/**
 * What is told of a detector.
 *
 * @param needs    the parts of what a network says that it is fitted on
 * @param gradient whether it can be attacked by gradient
 */
@JsonNaming(SnakeCaseStrategy.class)
record DetectorEntry(
        String id,
        String name,
        String symbol,
        String meaning,
        String source,
        double usualTau,
        List<String> needs,
        boolean gradient,
        List<Setting> settings,
        List<Description.Choice> choices) {

    /** All keys, for the help. */
    static final String KEYS =
            "id, name, symbol, meaning, source, usual_tau, needs, gradient, settings (name, symbol, meaning, "
                    + "range, least, most, scale, usual), choices (name, meaning, options, value)";

    /**
     * A number that can be chosen.
     *
     * @param range in words
     * @param usual its value where nobody chose another
     */
    record Setting(
            String name,
            String symbol,
            String meaning,
            String range,
            double least,
            double most,
            String scale,
            double usual) {

        static Setting of(Description.Setting setting) {
            return new Setting(
                    setting.name(),
                    setting.symbol(),
                    setting.meaning(),
                    setting.range().expectation(),
                    setting.range().min(),
                    setting.range().max(),
                    word(setting.scale()),
                    setting.value());
        }
    }

    /** Of every detector, in the order of the catalogue. */
    static List<DetectorEntry> all() {
        return Detectors.all().stream()
                .map(DetectorKind::id)
                .map(DetectorEntry::of)
                .toList();
    }

    private static DetectorEntry of(String id) {
        Detector usual = ImageDetectors.usual(id);
        Description about = usual.about();
        return new DetectorEntry(
                about.id(),
                about.name(),
                about.symbol(),
                about.meaning(),
                about.source(),
                about.usualTau(),
                usual.needs().stream().map(DetectorEntry::word).toList(),
                ImageDetectors.hasGradient(id),
                about.settings().stream().map(Setting::of).toList(),
                about.choices());
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
