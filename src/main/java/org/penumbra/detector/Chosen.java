package org.penumbra.detector;

import java.util.Map;

/**
 * Settings of a detector that have been checked: every one it has, by name.
 *
 * @param numbers each within its range
 * @param words   each one of its options
 */
public record Chosen(Map<String, Double> numbers, Map<String, String> words) {

    public Chosen {
        numbers = Map.copyOf(numbers);
        words = Map.copyOf(words);
    }

    /** A number, which must be one of the detector's settings. */
    public double number(String name) {
        Double number = numbers.get(name);
        if (number == null) {
            throw new IllegalArgumentException("no setting is called " + name);
        }
        return number;
    }

    /** A whole number. */
    public int whole(String name) {
        return Math.toIntExact(Math.round(number(name)));
    }

    /** A word, which must be one of the detector's choices. */
    public String word(String name) {
        String word = words.get(name);
        if (word == null) {
            throw new IllegalArgumentException("no choice is called " + name);
        }
        return word;
    }
}
