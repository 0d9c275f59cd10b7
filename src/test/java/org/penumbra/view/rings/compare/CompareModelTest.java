package org.penumbra.view.rings.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.penumbra.confidence.ConfidenceSettings;
import org.penumbra.data.Position;
import org.penumbra.data.SettingProblem;
import org.penumbra.data.plane.Grid;
import org.penumbra.data.plane.PlaneRegion;
import org.penumbra.detector.softmax.MaxSoftmax;
import org.penumbra.live.rings.AnalyticEngine;
import org.penumbra.live.rings.compare.ComparedFrame;
import org.penumbra.live.rings.compare.ComparedKinds;
import org.penumbra.live.rings.compare.Side;
import org.penumbra.preset.Presets;
import org.penumbra.view.widget.NumberScale;

/** Which detectors are compared, without a screen. */
class CompareModelTest {

    private final AnalyticEngine engine = new AnalyticEngine(
            Presets.load("rings").setup(), new Grid(PlaneRegion.STANDARD, 20, 20), new ConfidenceSettings(20, 2, 0.5));
    private final CompareModel model = new CompareModel(engine.comparing());

    @Test
    void nothingIsComparedAtFirstAndAChoiceReachesTheEngineAndGetsTheFocus() {
        assertFalse(model.isOn());
        assertNull(model.focusProperty().get());
        model.kindProperty(Side.RIGHT).set(MaxSoftmax.ID);
        assertEquals(Map.of(Side.RIGHT, new MaxSoftmax()), engine.comparing.detectors());
        assertEquals(Side.RIGHT, model.focusProperty().get());
        model.pulse(0);
        ComparedFrame frame = model.frameProperty(Side.RIGHT).get();
        assertEquals(400, frame.acceptance().length);
        assertNotNull(model.ownProperty().get());
        assertNull(model.frameProperty(Side.LEFT).get());
        model.kindProperty(Side.RIGHT).set(CompareModel.NONE);
        assertEquals(Map.of(), engine.comparing.detectors());
        assertNull(model.frameProperty(Side.RIGHT).get());
        assertNull(model.ownProperty().get());
        assertNull(model.focusProperty().get());
    }

    @Test
    void aSettingIsFittedAnewAndStaysWithItsDetector() {
        engine.step(300);
        model.kindProperty(Side.LEFT).set("confidence");
        model.pulse(0);
        model.set(Side.LEFT, "kappa", 2);
        assertTrue(model.present(Side.LEFT).isEmpty(), "what is seen has other settings");
        model.pulse(0);
        assertEquals(
                2,
                model.present(Side.LEFT)
                        .orElseThrow()
                        .detector()
                        .about()
                        .value("kappa")
                        .orElseThrow());
        model.kindProperty(Side.LEFT).set(MaxSoftmax.ID);
        model.kindProperty(Side.LEFT).set("confidence");
        assertEquals(
                2,
                model.about(Side.LEFT).orElseThrow().value("kappa").orElseThrow(),
                "it has the settings it was left with");
        assertThrows(SettingProblem.class, () -> model.set(Side.LEFT, "tau", 2));
        assertEquals(2, model.about(Side.LEFT).orElseThrow().value("kappa").orElseThrow());
    }

    @Test
    void whatIsOfARunBeforeLeavesAndIsNotShownAgain() {
        model.kindProperty(Side.LEFT).set(MaxSoftmax.ID);
        model.pulse(0);
        assertNotNull(model.frameProperty(Side.LEFT).get());
        model.begin();
        assertNull(model.frameProperty(Side.LEFT).get());
        engine.step(1);
        model.pulse(1);
        assertNull(model.frameProperty(Side.LEFT).get(), "generation 0");
        engine.reset();
        model.pulse(1);
        assertEquals(1, model.frameProperty(Side.LEFT).get().generation());
    }

    @Test
    void everySettingOfEveryDetectorHasASliderThatTakesItsValueAndWhatItGives() {
        ComparedKinds.all()
                .forEach(kind -> kind.about().settings().forEach(setting -> {
                    NumberScale scale = SettingScale.of(setting);
                    String what = kind.id() + " " + setting.name();
                    assertTrue(scale.takes(setting.value()), what);
                    for (int place = 0; place <= 20; place++) {
                        double number = scale.value(place / 20.0);
                        assertEquals(number, setting.with(number).value(), what + " at " + place);
                    }
                }));
    }

    @Test
    void thePlaceUnderThePointerIsJudgedByTheNearestCellAndNoneOutside() {
        model.kindProperty(Side.LEFT).set(MaxSoftmax.ID);
        engine.step(3000);
        model.pulse(0);
        ComparedFrame frame = model.frameProperty(Side.LEFT).get();
        PointedPlace far = PointedPlace.of(frame, new Position(-2.4, -2.4)).orElseThrow();
        assertEquals(
                frame.acceptance()[PointedPlace.cell(frame.grid(), new Position(-2.4, -2.4))],
                far.verdict().score(),
                1e-6);
        assertTrue(PointedPlace.of(frame, new Position(9, 0)).isEmpty());
        assertTrue(PointedPlace.of(frame, null).isEmpty());
    }
}
