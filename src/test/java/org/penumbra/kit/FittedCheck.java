package org.penumbra.kit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.penumbra.detector.Detector;
import org.penumbra.detector.FitData;
import org.penumbra.detector.FitStopped;
import org.penumbra.detector.Fitted;
import org.penumbra.detector.FittedForm;
import org.penumbra.detector.FormArray;
import org.penumbra.detector.FormException;
import org.penumbra.detector.Opinion;
import org.penumbra.detector.catalogue.Detectors;
import org.penumbra.net.Evidence;

/** What holds for every fitted detector, whatever it looks at. */
public final class FittedCheck {

    private FittedCheck() {}

    /** It comes back from its form as it was, and says the same to the bit. */
    public static void comesBackFromItsForm(Fitted fitted, Evidence evidence) {
        Fitted again = Detectors.restore(fitted.form());
        assertEquals(fitted.about(), again.about());
        assertEquals(fitted.needs(), again.needs());
        Opinion one = fitted.judge(evidence);
        Opinion other = again.judge(evidence);
        assertArrayEquals(one.logScores(), other.logScores());
        assertArrayEquals(one.acceptance(), other.acceptance());
        assertArrayEquals(one.ranking(), other.ranking());
        assertArrayEquals(one.factors(), other.factors());
    }

    /** Acceptances lie in [0, 1], and no row's opinion hangs on the others. */
    public static void judgesRowByRow(Fitted fitted, Evidence evidence) {
        Opinion all = fitted.judge(evidence);
        for (int row = 0; row < evidence.count(); row++) {
            Opinion one = fitted.judge(evidence.row(row));
            assertEquals(all.acceptance()[row], one.acceptance()[0], 1e-9, "row " + row);
            assertTrue(all.acceptance()[row] >= 0 && all.acceptance()[row] <= 1, "row " + row);
            assertEquals(all.answer(row), one.answer(0), "row " + row);
        }
    }

    /** Without any one of its numbers, words or arrays, or with an array of another shape, a form makes no detector. */
    public static void refusesBrokenForms(Fitted fitted) {
        FittedForm form = fitted.form();
        List<FittedForm> broken = new ArrayList<>();
        for (String name : form.numbers().keySet()) {
            broken.add(with(form, without(form.numbers(), name), form.choices(), form.arrays()));
            broken.add(form.with(name, Double.NaN));
            broken.add(form.with(name, -1e300));
        }
        for (String name : form.choices().keySet()) {
            broken.add(with(form, form.numbers(), without(form.choices(), name), form.arrays()));
            Map<String, String> other = new LinkedHashMap<>(form.choices());
            other.put(name, "none of them");
            broken.add(with(form, form.numbers(), other, form.arrays()));
        }
        for (String name : form.arrays().keySet()) {
            broken.add(with(form, form.numbers(), form.choices(), without(form.arrays(), name)));
            broken.add(form.with(name, new FormArray.Floats(new float[2], 1, 1, 2)));
            broken.add(form.with(name, new FormArray.Doubles(new double[] {Double.NaN}, 1)));
            broken.add(form.with(name, new FormArray.Doubles(new double[0], 0)));
        }
        for (FittedForm one : broken) {
            FormException refused = assertThrows(FormException.class, () -> Detectors.restore(one), one.toString());
            assertTrue(refused.getMessage().contains(form.id()), refused.getMessage());
        }
    }

    /** Whoever watches a fit hears from it and can end it at any moment. */
    public static void tellsAndStops(Detector detector, FitData data) {
        List<Double> shares = new ArrayList<>();
        detector.fit(data, shares::add);
        assertTrue(shares.size() >= 2, shares.toString());
        assertEquals(1, shares.get(shares.size() - 1), 1e-9);
        for (int i = 1; i < shares.size(); i++) {
            assertTrue(shares.get(i) >= shares.get(i - 1), shares.toString());
        }
        int[] left = {shares.size() / 2};
        assertThrows(FitStopped.class, () -> detector.fit(data, share -> left[0]-- > 0));
    }

    private static <T> Map<String, T> without(Map<String, T> all, String name) {
        Map<String, T> less = new LinkedHashMap<>(all);
        less.remove(name);
        return less;
    }

    private static FittedForm with(
            FittedForm form, Map<String, Double> numbers, Map<String, String> choices, Map<String, FormArray> arrays) {
        return new FittedForm(
                form.id(), form.dimensions(), form.classes(), form.omega(), numbers, choices, arrays, form.parts());
    }
}
