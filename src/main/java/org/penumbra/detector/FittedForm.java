package org.penumbra.detector;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A fitted detector as plain values, for files. Whoever makes a detector from it checks all it says, as a file may hold
 * anything.
 *
 * @param id         of the detector
 * @param dimensions D, numbers an input
 * @param classes    k
 * @param omega      units a class in the logits
 * @param numbers    settings and what was found, by name
 * @param choices    words that were chosen, by name
 * @param arrays     what was found, by name: letters, digits, "_", "-"
 * @param parts      of a detector that is made of others
 */
public record FittedForm(
        String id,
        int dimensions,
        int classes,
        int omega,
        Map<String, Double> numbers,
        Map<String, String> choices,
        Map<String, FormArray> arrays,
        List<FittedForm> parts) {

    public FittedForm {
        numbers = Collections.unmodifiableMap(new LinkedHashMap<>(numbers));
        choices = Collections.unmodifiableMap(new LinkedHashMap<>(choices));
        arrays = Collections.unmodifiableMap(new LinkedHashMap<>(arrays));
        parts = List.copyOf(parts);
        if (dimensions < 1 || classes < 1 || omega < 1) {
            throw new FormException(
                    id,
                    "inputs, classes and units",
                    "numbers of at least 1",
                    dimensions + ", " + classes + " and " + omega);
        }
    }

    /** With the settings and choices of a description, and nothing found yet. */
    public static FittedForm of(Description about, int dimensions, int classes, int omega) {
        Map<String, Double> numbers = new LinkedHashMap<>();
        about.settings().forEach(setting -> numbers.put(setting.name(), setting.value()));
        Map<String, String> choices = new LinkedHashMap<>();
        about.choices().forEach(choice -> choices.put(choice.name(), choice.value()));
        return new FittedForm(about.id(), dimensions, classes, omega, numbers, choices, Map.of(), List.of());
    }

    /** The same with one more number. */
    public FittedForm with(String name, double number) {
        Map<String, Double> more = new LinkedHashMap<>(numbers);
        more.put(name, number);
        return new FittedForm(id, dimensions, classes, omega, more, choices, arrays, parts);
    }

    /** The same with one more array. */
    public FittedForm with(String name, FormArray array) {
        Map<String, FormArray> more = new LinkedHashMap<>(arrays);
        more.put(name, array);
        return new FittedForm(id, dimensions, classes, omega, numbers, choices, more, parts);
    }

    /** The same, made of other fitted detectors. */
    public FittedForm withParts(List<FittedForm> others) {
        return new FittedForm(id, dimensions, classes, omega, numbers, choices, arrays, others);
    }

    /** A finite number, which must be there. */
    public double number(String name) {
        Double number = numbers.get(name);
        if (number == null || !Double.isFinite(number)) {
            throw new FormException(id, name, "a finite number", number == null ? "nothing" : number.toString());
        }
        return number;
    }

    /**
     * Finite numbers in single precision, which must be there.
     *
     * @param shape how many along each direction; -1 for any number
     */
    public float[] floats(String name, int... shape) {
        float[] values = need(name, FormArray.Floats.class, shape).values();
        for (float value : values) {
            if (!Float.isFinite(value)) {
                throw new FormException(id, name, "finite numbers", Float.toString(value));
            }
        }
        return values;
    }

    /** Finite numbers in double precision, as {@link #floats} has them. */
    public double[] doubles(String name, int... shape) {
        double[] values = need(name, FormArray.Doubles.class, shape).values();
        for (double value : values) {
            if (!Double.isFinite(value)) {
                throw new FormException(id, name, "finite numbers", Double.toString(value));
            }
        }
        return values;
    }

    /**
     * Whole numbers, as {@link #floats} has them.
     *
     * @param least the least that each may be
     * @param most  the most
     */
    public int[] integers(String name, int least, int most, int... shape) {
        int[] values = need(name, FormArray.Integers.class, shape).values();
        for (int value : values) {
            if (value < least || value > most) {
                throw new FormException(
                        id, name, "whole numbers from " + least + " to " + most, Integer.toString(value));
            }
        }
        return values;
    }

    /** Whole numbers from 0 to 255, as {@link #floats} has them. */
    public byte[] bytes(String name, int... shape) {
        return need(name, FormArray.Bytes.class, shape).values();
    }

    /** How long an array is along its first direction; it must be there. */
    public int rows(String name) {
        FormArray array = arrays.get(name);
        if (array == null || array.shape().length == 0) {
            throw new FormException(id, name, "an array", "nothing");
        }
        return array.shape()[0];
    }

    private <T extends FormArray> T need(String name, Class<T> type, int[] shape) {
        FormArray array = arrays.get(name);
        String expected = type.getSimpleName().toLowerCase(Locale.ROOT) + " of shape " + Arrays.toString(shape)
                + " (-1 for any number)";
        if (!type.isInstance(array)) {
            throw new FormException(
                    id,
                    name,
                    expected,
                    array == null ? "nothing" : array.getClass().getSimpleName());
        }
        boolean fits = array.shape().length == shape.length;
        for (int i = 0; fits && i < shape.length; i++) {
            fits = shape[i] < 0 || shape[i] == array.shape()[i];
        }
        if (!fits) {
            throw new FormException(id, name, expected, "shape " + Arrays.toString(array.shape()));
        }
        return type.cast(array);
    }
}
