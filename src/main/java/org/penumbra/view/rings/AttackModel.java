package org.penumbra.view.rings;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import org.penumbra.confidence.ConfidenceSettings;
import org.penumbra.data.Position;
import org.penumbra.fooling.descent.AdamDescent;
import org.penumbra.fooling.descent.PlainDescent;
import org.penumbra.fooling.descent.UpdateRule;
import org.penumbra.fooling.plane.PlaneAttack.Slopes;
import org.penumbra.live.rings.AttackFrame;
import org.penumbra.live.rings.AttackPlan;
import org.penumbra.live.rings.RingsEngine;
import org.penumbra.net.plane.PlaneSetup;

/**
 * The attack in the rings lab: the class to be faked, how the points move, and how far they have come. While it is armed a
 * place chosen in a picture sends them off. A change of the class, of how they move or of alpha, beta and tau sends them
 * off again from the same place.
 */
public final class AttackModel {

    /** How the points move. The rates make steps of about a fiftieth of a data unit, which the eye can follow. */
    public enum Rule {
        /** Steps of about the same length everywhere. */
        ADAM("Adam", new AdamDescent(0.02)),
        /** Longer steps where the slope is steeper. */
        PLAIN("plain descent", new PlainDescent(0.002));

        private final String title;
        private final UpdateRule movement;

        Rule(String title, UpdateRule movement) {
            this.title = title;
            this.movement = movement;
        }

        /** Its name in words. */
        public String title() {
            return title;
        }
    }

    private final RingsEngine engine;
    private final ObservableValue<ConfidenceSettings> confidence;
    private final BooleanProperty armed = new SimpleBooleanProperty(this, "armed");
    private final ObjectProperty<Integer> target = new SimpleObjectProperty<>(this, "target", 0);
    private final ObjectProperty<Rule> rule = new SimpleObjectProperty<>(this, "rule", Rule.ADAM);
    private final BooleanProperty differences = new SimpleBooleanProperty(this, "differences");
    private final ReadOnlyObjectWrapper<AttackFrame> frame = new ReadOnlyObjectWrapper<>(this, "frame");
    /** What was asked for last; frames of anything else come late and are not shown. Null when there is nothing to show. */
    private AttackPlan asked;

    AttackModel(RingsEngine engine, ObservableValue<ConfidenceSettings> confidence, ObservableValue<PlaneSetup> setup) {
        this.engine = engine;
        this.confidence = confidence;
        target.addListener((observed, before, now) -> again());
        rule.addListener((observed, before, now) -> again());
        differences.addListener((observed, before, now) -> again());
        confidence.addListener((observed, before, now) -> again());
        setup.addListener((observed, before, now) -> {
            forget();
            target.set(Math.min(target.get(), now.data().classes() - 1));
        });
    }

    /** Whether a place chosen in a picture starts an attack. */
    public BooleanProperty armedProperty() {
        return armed;
    }

    /** The class to be faked, 0 to k - 1. */
    public ObjectProperty<Integer> targetProperty() {
        return target;
    }

    /** How the points move. */
    public ObjectProperty<Rule> ruleProperty() {
        return rule;
    }

    /** Whether they follow differences of the whole score rather than the gradient, which takes Gamma for a constant. */
    public BooleanProperty differencesProperty() {
        return differences;
    }

    /** How far the points have come, null without an attack. */
    public ReadOnlyObjectProperty<AttackFrame> frameProperty() {
        return frame.getReadOnlyProperty();
    }

    /** Sends two points off from there. */
    public void start(Position place) {
        asked = new AttackPlan(
                place,
                target.get(),
                confidence.getValue(),
                rule.get().movement,
                differences.get() ? Slopes.DIFFERENCES : Slopes.GRADIENT);
        engine.attack(asked);
    }

    /** Sends them off again from where they started; does nothing without an attack. */
    public void again() {
        if (asked != null) {
            start(asked.start());
        }
    }

    /** Stops them where they are. */
    public void stop() {
        engine.stopAttack();
    }

    /** Takes the paths away. */
    public void clear() {
        if (asked != null) {
            engine.stopAttack();
            forget();
        }
    }

    /** Another run has another network: what was seen is no longer true of it. */
    void forget() {
        asked = null;
        frame.set(null);
    }

    /** @param generation of the present run; of earlier ones nothing is shown */
    void pulse(int generation) {
        engine.takeAttack()
                .filter(taken ->
                        taken.generation() >= generation && taken.plan().equals(asked))
                .ifPresent(frame::set);
    }
}
