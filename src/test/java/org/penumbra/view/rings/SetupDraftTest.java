package org.penumbra.view.rings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.penumbra.data.Position;
import org.penumbra.data.plane.Moons;
import org.penumbra.data.plane.PaintedPoint;
import org.penumbra.data.plane.PaintedPoints;
import org.penumbra.data.plane.Rings;
import org.penumbra.live.rings.AnalyticEngine;
import org.penumbra.net.layer.Activation;
import org.penumbra.view.rings.points.DataForm;
import org.penumbra.view.widget.form.DraftField;

class SetupDraftTest {

    private AnalyticEngine engine;
    private RingsModel model;
    private SetupDraft draft;

    @BeforeEach
    void open() {
        model = new RingsModel(
                RingsPresets.paper(),
                (setup, grid, confidence) -> engine = new AnalyticEngine(setup, grid, confidence));
        draft = new SetupDraft(model);
    }

    @Test
    void showsTheRunAndHasNothingPending() {
        assertEquals("0.6", text("Inner radius"));
        assertEquals("(-1, 1) (1, 1) (1, -1)", text("Centres"));
        assertEquals("64, 64", draft.hidden().textProperty().get());
        assertFalse(draft.pendingProperty().get());
    }

    @Test
    void whatIsTypedWaitsForApply() {
        field("Centres").textProperty().set("(0, 0), (1.5, -1)");
        draft.hidden().textProperty().set("32 16");
        draft.activationProperty().set(Activation.TANH);
        assertTrue(draft.pendingProperty().get());
        assertTrue(field("Centres").changedProperty().get());
        assertFalse(field("Thickness").changedProperty().get());
        assertTrue(engine.commands.isEmpty());
        draft.apply();
        assertEquals(List.of("restart"), engine.commands);
        assertEquals(
                new Rings(0.6, 0.1, List.of(new Position(0, 0), new Position(1.5, -1))),
                engine.setup().data());
        assertEquals(List.of(32, 16), engine.setup().network().hidden());
        assertEquals(Activation.TANH, engine.setup().network().activation());
        assertFalse(draft.pendingProperty().get());
        assertFalse(field("Centres").changedProperty().get());
    }

    @Test
    void anUnreadableTextSaysWhatWasExpectedAndCannotBeApplied() {
        field("Centres").textProperty().set("(0, 0) and (1, 1)");
        assertEquals(
                "expected places such as (-1, 1) (1, 1), but got \u201cand\u201d",
                field("Centres").problemProperty().get());
        assertFalse(draft.isRight());
        draft.apply();
        assertTrue(engine.commands.isEmpty());
    }

    @Test
    void aValueOutOfRangeIsBlamedOnItsField() {
        field("Thickness").textProperty().set("-1");
        assertTrue(
                field("Thickness").problemProperty().get().contains("-1"),
                field("Thickness").problemProperty().get());
        draft.hidden().textProperty().set("2000");
        assertFalse(draft.isRight());
    }

    @Test
    void everySettingOfADataSetIsBlamedOnItsField() {
        for (DataForm form : draft.forms()) {
            for (DraftField<?> wrong : form.fields()) {
                draft.revert();
                draft.formProperty().set(form);
                String right = wrong.textProperty().get();
                wrong.textProperty().set(right.startsWith("(") ? "(0, 0)".repeat(9) : "-1");
                assertFalse(wrong.problemProperty().get().isEmpty(), form + ", " + wrong.label());
                assertEquals("", draft.problemProperty().get(), form + ", " + wrong.label());
                wrong.textProperty().set(right);
                assertTrue(draft.isRight(), form + ", " + wrong.label());
            }
        }
        for (DraftField<?> wrong : List.of(draft.points(), draft.hidden())) {
            draft.revert();
            wrong.textProperty().set("0");
            assertFalse(wrong.problemProperty().get().isEmpty(), wrong.label());
            assertEquals("", draft.problemProperty().get(), wrong.label());
        }
    }

    @Test
    void aComplaintGoesAwayWhenAnotherFieldPutsItRight() {
        draft.formProperty().set(form("Two moons"));
        field("Thickness").textProperty().set("2");
        assertTrue(field("Thickness").problemProperty().get().contains("at most"));
        field("Radius").textProperty().set("3");
        assertEquals("", field("Thickness").problemProperty().get());
        draft.apply();
        assertEquals(new Moons(3, 2), engine.setup().data());
    }

    @Test
    void revertShowsTheRunAgain() {
        draft.formProperty().set(form("Spirals"));
        draft.points().textProperty().set("none");
        draft.revert();
        assertEquals("Rings", draft.formProperty().get().name());
        assertEquals("3000", draft.points().textProperty().get());
        assertFalse(draft.pendingProperty().get());
    }

    @Test
    void anotherRunOpenedElsewhereIsShown() {
        var setup = model.setupProperty().get();
        model.setupProperty()
                .set(new org.penumbra.net.plane.PlaneSetup(
                        new Moons(1, 0.3), 500, setup.network(), setup.training(), 9));
        assertEquals("Two moons", draft.formProperty().get().name());
        assertEquals("0.3", text("Thickness"));
        assertEquals("500", draft.points().textProperty().get());
        assertFalse(draft.pendingProperty().get());
    }

    @Test
    void aPaintedStrokeRestartsAtOnceAndUndoTakesItBack() {
        draft.formProperty().set(form("Own points"));
        assertFalse(draft.isRight());
        assertTrue(draft.problemProperty().get().startsWith("Choose a colour"));
        PaintedPoint first = new PaintedPoint(0, 0, 0);
        PaintedPoint second = new PaintedPoint(1, 1, 1);
        draft.painting().stroke(List.of(first));
        assertEquals(new PaintedPoints(List.of(first)), engine.setup().data());
        draft.painting().stroke(List.of(second));
        assertEquals(new PaintedPoints(List.of(first, second)), engine.setup().data());
        draft.painting().undo();
        assertEquals(new PaintedPoints(List.of(first)), engine.setup().data());
        draft.painting().clear();
        assertFalse(draft.isRight());
        assertEquals(new PaintedPoints(List.of(first)), engine.setup().data());
        draft.painting().undo();
        assertEquals(List.of(first), draft.painting().pointsProperty().get());
    }

    private String text(String label) {
        return field(label).textProperty().get();
    }

    private DraftField<?> field(String label) {
        return draft.formProperty().get().fields().stream()
                .filter(field -> field.label().equals(label))
                .findFirst()
                .orElseThrow();
    }

    private DataForm form(String name) {
        return draft.forms().stream()
                .filter(form -> form.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
