package org.penumbra.view.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.penumbra.net.image.ImageArchitecture;
import org.penumbra.view.widget.form.DraftField;

class TrainDraftTest {

    private final TrainSetup first = new TrainSetup(TinyRuns.preset(ImageArchitecture.DAE_ASYM, 3), 0);
    private final TrainDraft draft = new TrainDraft(first, new TrainModel(FakeTraining::new), setup -> {});

    @Test
    void aValueOutOfRangeIsBlamedOnItsField() {
        Map<DraftField<?>, String> wrong = Map.of(
                draft.learningRate(), "0",
                draft.sigma(), "11",
                draft.clutter(), "1.5",
                draft.lambda(), "-1",
                draft.dropout(), "1",
                draft.omega(), "21",
                draft.batch(), "0",
                draft.epochs(), "0",
                draft.heldOut(), "-1",
                draft.patience(), "-1");
        wrong.forEach((field, text) -> {
            draft.architectureProperty()
                    .set(field == draft.omega() ? ImageArchitecture.COOL : ImageArchitecture.DAE_ASYM);
            String right = field.textProperty().get();
            field.textProperty().set(text);
            List<DraftField<?>> blamed = wrong.keySet().stream()
                    .filter(one -> !one.problemProperty().get().isEmpty())
                    .<DraftField<?>>map(one -> one)
                    .toList();
            assertEquals(List.of(field), blamed, field.label());
            assertEquals("", draft.problemProperty().get(), field.label());
            assertFalse(draft.rightProperty().get(), field.label());
            field.textProperty().set(right);
        });
    }

    @Test
    void aValueOutOfRangeIsToldWithWhatWasExpected() {
        draft.batch().textProperty().set("0");
        assertEquals(
                "batch: expected 1 to 8192 images, but got 0",
                draft.batch().problemProperty().get());
        assertEquals("Batch: batch: expected 1 to 8192 images, but got 0", draft.complaint());
        draft.batch().textProperty().set("16");
        assertTrue(draft.rightProperty().get());
    }

    @Test
    void aWrongPatienceStaysAndIsExplainedWhenAnotherPresetIsChosen() {
        draft.patience().textProperty().set("-1");
        draft.open(TinyRuns.preset(ImageArchitecture.CNN, 7));
        assertEquals(7, draft.epochs().get());
        assertEquals("-1", draft.patience().textProperty().get());
        assertTrue(draft.complaint().startsWith("Patience: patience: expected 0 to "), draft.complaint());
        draft.patience().textProperty().set("soon");
        draft.open(TinyRuns.preset(ImageArchitecture.COOL, 8));
        assertEquals("soon", draft.patience().textProperty().get());
        assertFalse(draft.rightProperty().get());
        draft.patience().textProperty().set("3");
        assertEquals(3, draft.next().orElseThrow().patience());
    }

    @Test
    void aDecimalCommaIsUnderstoodInEveryFieldWithDecimals() {
        List.of(draft.learningRate(), draft.sigma(), draft.clutter(), draft.lambda(), draft.dropout())
                .forEach(field -> {
                    field.textProperty().set("0,25");
                    assertEquals(0.25, field.get(), field.label());
                });
        assertTrue(draft.rightProperty().get(), draft.complaint());
        draft.lambda().textProperty().set("12,5");
        assertEquals(12.5, draft.next().orElseThrow().preset().training().lambda());
    }
}
