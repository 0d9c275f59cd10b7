package org.penumbra.detector;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.penumbra.data.Range;
import org.penumbra.data.SettingProblem;

/**
 * What a detector is, for people and for files.
 *
 * @param id       in files and on the command line: lower case, words joined by hyphens
 * @param name     as the field calls it, in the middle of a sentence: "max softmax"
 * @param symbol   of the score it holds against the threshold, as formulas write it: "y", "c~ y"
 * @param meaning  what it looks at, in one sentence without its full stop
 * @param source   who proposed it, and where
 * @param usualTau threshold on the acceptance where nobody chose another, in (0, 1]; detectors measure acceptance each on a
 *                 scale of their own, so one threshold does not serve all
 * @param settings numbers that can be chosen, with what was chosen
 * @param choices  words that can be chosen, with what was chosen
 */
public record Description(
        String id,
        String name,
        String symbol,
        String meaning,
        String source,
        double usualTau,
        List<Setting> settings,
        List<Choice> choices) {

    /** Along which a slider moves. */
    public enum Scale {
        /** The number itself. */
        LINEAR,
        /** Its logarithm. */
        LOGARITHMIC,
        /** Whole numbers, one after the other. */
        WHOLE
    }

    /**
     * A number that can be chosen.
     *
     * @param name    as the paper spells it, and as files and the command line have it: "alpha"
     * @param symbol  as formulas write it: "\u03b1"
     * @param meaning what a larger one does, in one sentence without its full stop
     * @param range   it may come from
     * @param scale   along which a slider moves
     * @param value   that was chosen
     */
    public record Setting(String name, String symbol, String meaning, Range range, Scale scale, double value) {

        public Setting {
            range.require(name, value);
            if (scale == Scale.WHOLE && value != Math.rint(value)) {
                throw new SettingProblem(name, "a whole number", value);
            }
        }

        /** The same with another value. */
        public Setting with(double other) {
            return new Setting(name, symbol, meaning, range, scale, other);
        }
    }

    /**
     * A word that can be chosen.
     *
     * @param name    in files and on the command line: "kernel"
     * @param meaning what is chosen, in one sentence without its full stop
     * @param options what it may be, in files and on the command line: "rbf", "linear"
     * @param value   that was chosen
     */
    public record Choice(String name, String meaning, List<String> options, String value) {

        public Choice {
            options = List.copyOf(options);
            if (!options.contains(value)) {
                throw new SettingProblem(name, "one of " + String.join(", ", options), value);
            }
        }

        /** The same with another value. */
        public Choice with(String other) {
            return new Choice(name, meaning, options, other);
        }
    }

    public Description {
        settings = List.copyOf(settings);
        choices = List.copyOf(choices);
    }

    /** Of a detector without words to choose. */
    public Description(
            String id,
            String name,
            String symbol,
            String meaning,
            String source,
            double usualTau,
            List<Setting> settings) {
        this(id, name, symbol, meaning, source, usualTau, settings, List.of());
    }

    /** The value of a setting; empty where there is none of this name. */
    public OptionalDouble value(String setting) {
        return settings.stream()
                .filter(one -> one.name().equals(setting))
                .mapToDouble(Setting::value)
                .findFirst();
    }

    /** The chosen word; empty where there is no choice of this name. */
    public Optional<String> chosen(String choice) {
        return choices.stream()
                .filter(one -> one.name().equals(choice))
                .map(Choice::value)
                .findFirst();
    }
}
