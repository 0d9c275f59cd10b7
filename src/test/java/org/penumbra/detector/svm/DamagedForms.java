package org.penumbra.detector.svm;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.penumbra.detector.Fitted;
import org.penumbra.detector.FittedForm;
import org.penumbra.detector.FormArray;
import org.penumbra.detector.FormException;
import org.penumbra.detector.catalogue.Detectors;

/** Holds a fitted detector to its form, beyond what every detector is held to: none with something wrong makes any. */
final class DamagedForms {

    private DamagedForms() {}

    /** Everything missing once, of another kind, shape or range. */
    static void assertRefused(Fitted fitted) {
        FittedForm form = fitted.form();
        List<FittedForm> damaged = new ArrayList<>();
        for (String name : form.numbers().keySet()) {
            damaged.add(without(form, name));
            for (double wrong : new double[] {Double.NaN, Double.NEGATIVE_INFINITY, -1e12, 1e12}) {
                damaged.add(form.with(name, wrong));
            }
        }
        for (String name : form.choices().keySet()) {
            damaged.add(without(form, name));
            Map<String, String> choices = new LinkedHashMap<>(form.choices());
            choices.put(name, "?");
            damaged.add(new FittedForm(
                    form.id(),
                    form.dimensions(),
                    form.classes(),
                    form.omega(),
                    form.numbers(),
                    choices,
                    form.arrays(),
                    List.of()));
        }
        for (Map.Entry<String, FormArray> array : form.arrays().entrySet()) {
            damaged.add(without(form, array.getKey()));
            for (FormArray wrong : wrong(array.getValue())) {
                damaged.add(form.with(array.getKey(), wrong));
            }
        }
        for (int classes : new int[] {1, form.classes() - 1, form.classes() + 1, Integer.MAX_VALUE}) {
            damaged.add(new FittedForm(
                    form.id(),
                    form.dimensions(),
                    classes,
                    form.omega(),
                    form.numbers(),
                    form.choices(),
                    form.arrays(),
                    List.of()));
        }
        for (FittedForm one : damaged) {
            FormException refused = assertThrows(
                    FormException.class, () -> Detectors.restore(one), () -> one.numbers() + ", " + one.arrays());
            assertFalse(refused.getMessage().contains("\n"));
        }
    }

    private static FittedForm without(FittedForm form, String name) {
        Map<String, Double> numbers = new LinkedHashMap<>(form.numbers());
        Map<String, String> choices = new LinkedHashMap<>(form.choices());
        Map<String, FormArray> arrays = new LinkedHashMap<>(form.arrays());
        numbers.remove(name);
        choices.remove(name);
        arrays.remove(name);
        return new FittedForm(
                form.id(), form.dimensions(), form.classes(), form.omega(), numbers, choices, arrays, List.of());
    }

    private static List<FormArray> wrong(FormArray array) {
        List<FormArray> wrong = new ArrayList<>();
        wrong.add(new FormArray.Doubles(new double[0], 0));
        wrong.add(new FormArray.Integers(new int[1]));
        wrong.add(new FormArray.Floats(new float[0], 3, 0));
        if (array instanceof FormArray.Floats floats) {
            float[] values = floats.values().clone();
            values[values.length - 1] = Float.NaN;
            wrong.add(new FormArray.Floats(values, floats.shape()));
            wrong.add(new FormArray.Floats(floats.values(), floats.values().length));
        } else if (array instanceof FormArray.Doubles doubles) {
            double[] values = doubles.values().clone();
            values[values.length - 1] = Double.POSITIVE_INFINITY;
            wrong.add(new FormArray.Doubles(values, doubles.shape()));
            if (doubles.shape().length == 1) {
                double[] fewer = Arrays.copyOf(values, values.length - 1);
                wrong.add(new FormArray.Doubles(fewer, fewer.length));
            }
        } else if (array instanceof FormArray.Integers integers) {
            int[] values = integers.values().clone();
            values[0] = -1;
            wrong.add(new FormArray.Integers(values, integers.shape()));
            int[] more = Arrays.copyOf(integers.values(), integers.values().length + 1);
            wrong.add(new FormArray.Integers(more, more.length));
        }
        return wrong;
    }
}
