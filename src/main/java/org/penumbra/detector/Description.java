package org.penumbra.detector;

import java.util.List;
import java.util.OptionalDouble;
import org.penumbra.data.Range;

/**
 * What a detector is, for people and for files.
 *
 * @param id       in files and on the command line: lower case, words joined by hyphens
 * @param name     as the field calls it, in the middle of a sentence: "max softmax"
 * @param symbol   of the score it holds against the threshold, as formulas write it: "y", "c~ y"
 * @param meaning  what it looks at, in one sentence
 * @param source   who proposed it, and where
 * @param settings what can be chosen, with what was chosen
 */
public record Description(
        String id, String name, String symbol, String meaning, String source, List<Setting> settings) {

    /**
     * A number that can be chosen.
     *
     * @param name  as the paper spells it: "alpha"
     * @param range it may come from
     * @param value that was chosen
     */
    public record Setting(String name, Range range, double value) {}

    public Description {
        settings = List.copyOf(settings);
    }

    /** The value of a setting; empty where there is none of this name. */
    public OptionalDouble value(String setting) {
        return settings.stream()
                .filter(one -> one.name().equals(setting))
                .mapToDouble(Setting::value)
                .findFirst();
    }
}
