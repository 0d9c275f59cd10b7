package org.penumbra.detector;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.penumbra.data.SettingProblem;
import org.penumbra.data.TypedNumber;

/**
 * A kind of detector: what it is like where nobody chose anything, how one with chosen settings is made, and how a fitted one
 * is made again from the values of a file.
 *
 * @param usual    the detector with its usual settings
 * @param maker    makes one from checked settings
 * @param restorer makes a fitted one from its form; the second argument makes the parts of one that is made of others. It
 *                 throws a {@link FormException} for a form that makes none, whatever that holds
 */
public record DetectorKind(
        Detector usual,
        Function<Chosen, Detector> maker,
        BiFunction<FittedForm, Function<FittedForm, Fitted>, Fitted> restorer) {

    /** A kind that is not made of others. */
    public static DetectorKind of(
            Detector usual, Function<Chosen, Detector> maker, Function<FittedForm, Fitted> restorer) {
        return new DetectorKind(usual, maker, (form, others) -> restorer.apply(form));
    }

    /** In files and on the command line. */
    public String id() {
        return usual.about().id();
    }

    /** What it is, with its usual settings. */
    public Description about() {
        return usual.about();
    }

    /**
     * With settings and choices by name; those that are not named are the usual ones.
     *
     * @throws SettingProblem for one that it does not have, or a value it may not have
     */
    public Detector with(Map<String, String> texts) {
        Description about = about();
        Map<String, Double> numbers = new LinkedHashMap<>();
        Map<String, String> words = new LinkedHashMap<>();
        List<String> names = new ArrayList<>();
        for (Description.Setting setting : about.settings()) {
            names.add(setting.name());
            String text = texts.get(setting.name());
            numbers.put(setting.name(), text == null ? setting.value() : number(setting, text));
        }
        for (Description.Choice choice : about.choices()) {
            names.add(choice.name());
            String text = texts.get(choice.name());
            words.put(
                    choice.name(),
                    text == null ? choice.value() : choice.with(text).value());
        }
        for (String name : texts.keySet()) {
            if (!names.contains(name)) {
                throw new SettingProblem(about.id(), names.isEmpty() ? "no settings" : "a setting of " + names, name);
            }
        }
        return maker.apply(new Chosen(numbers, words));
    }

    /**
     * With the settings and choices of a form, as {@link FittedForm#of} writes them.
     *
     * @throws FormException when one is missing or is none that it may have
     */
    public Detector of(FittedForm form) {
        Map<String, Double> numbers = new LinkedHashMap<>();
        Map<String, String> words = new LinkedHashMap<>();
        for (Description.Setting setting : about().settings()) {
            double number = form.number(setting.name());
            if (!setting.range().contains(number)
                    || setting.scale() == Description.Scale.WHOLE && number != Math.rint(number)) {
                throw new FormException(
                        form.id(), setting.name(), setting.range().expectation(), Double.toString(number));
            }
            numbers.put(setting.name(), number);
        }
        for (Description.Choice choice : about().choices()) {
            String word = form.choices().get(choice.name());
            if (word == null || !choice.options().contains(word)) {
                throw new FormException(
                        form.id(),
                        choice.name(),
                        "one of " + String.join(", ", choice.options()),
                        word == null ? "nothing" : "\"" + word + "\"");
            }
            words.put(choice.name(), word);
        }
        return maker.apply(new Chosen(numbers, words));
    }

    private static double number(Description.Setting setting, String text) {
        try {
            return setting.with(TypedNumber.of(text)).value();
        } catch (SettingProblem outside) {
            throw outside;
        } catch (IllegalArgumentException noNumber) {
            throw (SettingProblem)
                    new SettingProblem(setting.name(), setting.range().expectation(), "\"" + text + "\"")
                            .initCause(noNumber);
        }
    }
}
