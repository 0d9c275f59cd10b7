package org.penumbra.state;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Puts the parts of a state together. What has its usual value is left out, so that a state is short. */
final class StateWriter {

    private final String lab;
    private final Map<String, String> parts = new LinkedHashMap<>();

    /** @param lab one of {@link LabState#LABS} */
    StateWriter(String lab) {
        this.lab = lab;
    }

    /** A text that is made of words and what parts them. */
    StateWriter raw(String key, String text) {
        parts.put(key, text);
        return this;
    }

    /** The same, unless it is what is usual. */
    StateWriter raw(String key, String text, String usual) {
        return text.equals(usual) ? this : raw(key, text);
    }

    StateWriter word(String key, String word, String usual) {
        return Objects.equals(word, usual) ? this : raw(key, StateValue.encoded(word));
    }

    StateWriter number(String key, double value, double usual) {
        return Double.compare(value, usual) == 0 ? this : raw(key, StateValue.number(value));
    }

    StateWriter whole(String key, long value, long usual) {
        return value == usual ? this : raw(key, Long.toString(value));
    }

    StateWriter flag(String key, boolean value, boolean usual) {
        return value == usual ? this : raw(key, value ? StateReader.YES : StateReader.NO);
    }

    /** Words with commas between them. */
    StateWriter words(String key, List<String> words, List<String> usual) {
        return words.equals(usual)
                ? this
                : raw(key, words.stream().map(StateValue::encoded).collect(Collectors.joining(",")));
    }

    LabState state() {
        return new LabState(lab, parts);
    }
}
