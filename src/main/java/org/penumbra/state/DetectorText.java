package org.penumbra.state;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.penumbra.data.OutsideText;
import org.penumbra.detector.Description;
import org.penumbra.detector.Detector;
import org.penumbra.detector.catalogue.Detectors;

/** A detector by its name, with those settings behind a colon that are not the usual ones: {@code knn:k=5,features=code}. */
final class DetectorText {

    private static final int LONGEST = 500;

    private DetectorText() {}

    static String of(Detector detector) {
        Description chosen = detector.about();
        Description usual = Detectors.kind(chosen.id()).about();
        List<String> settings = new ArrayList<>();
        for (Description.Setting setting : chosen.settings()) {
            if (usual.value(setting.name()).orElse(Double.NaN) != setting.value()) {
                settings.add(setting.name() + "=" + StateValue.number(setting.value()));
            }
        }
        for (Description.Choice choice : chosen.choices()) {
            if (!usual.chosen(choice.name()).equals(Optional.of(choice.value()))) {
                settings.add(choice.name() + "=" + StateValue.encoded(choice.value()));
            }
        }
        return chosen.id() + (settings.isEmpty() ? "" : ":" + String.join(",", settings));
    }

    /** @throws IllegalArgumentException where there is no such detector, or it has no such setting */
    static Detector read(String text) {
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException(StateReader.expected("a detector such as deep-knn", text));
        }
        int colon = text.indexOf(':');
        String id = id(colon < 0 ? text : text.substring(0, colon));
        return with(id, settings(id, colon < 0 ? "" : text.substring(colon + 1)));
    }

    private static Map<String, String> settings(String id, String text) {
        Map<String, String> settings = new LinkedHashMap<>();
        for (String pair : StateValue.parts(text, ',')) {
            int equals = pair.indexOf('=');
            if (equals < 1) {
                throw new IllegalArgumentException(
                        StateReader.expected("settings as in " + id + ":name=value,name=value", text));
            }
            settings.put(
                    StateReader.decoded(pair.substring(0, equals)), StateReader.decoded(pair.substring(equals + 1)));
        }
        return settings;
    }

    private static Detector with(String id, Map<String, String> settings) {
        try {
            return Detectors.kind(id).with(settings);
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException(OutsideText.shown(wrong.getMessage()), wrong);
        }
    }

    /** The name of a detector that there is. */
    static String id(String text) {
        return Detectors.kind(StateReader.line(text, LONGEST)).id();
    }
}
