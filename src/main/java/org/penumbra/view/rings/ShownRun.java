package org.penumbra.view.rings;

import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.penumbra.live.engine.EngineStatus.State;
import org.penumbra.live.rings.RingsEngine;
import org.penumbra.live.rings.RingsFrame;
import org.penumbra.live.rings.RingsStatus;
import org.penumbra.net.plane.PlaneTrainingSettings;
import org.penumbra.view.rings.compare.CompareModel;

/**
 * What is shown of the present run. When another begins, everything of the one before leaves at once, also where the engine
 * needs a while for the next; what it still had to say of earlier ones is not shown.
 */
final class ShownRun {

    private final RingsEngine engine;
    private final RunCurve curve = new RunCurve();
    private final ReadOnlyObjectWrapper<RingsFrame> frame;
    private final ReadOnlyObjectWrapper<RingsStatus> status;
    private final ReadOnlyBooleanWrapper playing;
    /** The present run, as the engine counts those it was told to start. */
    private int generation;

    /** @param bean whose properties they are */
    ShownRun(Object bean, RingsEngine engine) {
        this.engine = engine;
        frame = new ReadOnlyObjectWrapper<>(bean, "frame");
        status = new ReadOnlyObjectWrapper<>(bean, "status", engine.status());
        playing = new ReadOnlyBooleanWrapper(bean, "playing");
    }

    RunCurve curve() {
        return curve;
    }

    /** The newest frame, null before the first of the run. */
    ReadOnlyObjectWrapper<RingsFrame> frame() {
        return frame;
    }

    ReadOnlyObjectWrapper<RingsStatus> status() {
        return status;
    }

    /** Whether it was last told to play. */
    ReadOnlyBooleanWrapper playing() {
        return playing;
    }

    /** The engine was told to start another run. @param start its settings at first */
    void begin(PlaneTrainingSettings start) {
        if (status.get().state() == State.FAILED) {
            playing.set(false);
        }
        generation++;
        status.set(status.get().starting(generation, start));
        frame.set(null);
        curve.clear();
    }

    /** Takes what the engine has to show of the run. */
    void pulse(AttackModel attack, CompareModel compare) {
        RingsStatus now = engine.status();
        if (now.generation() >= generation || now.state() == State.CLOSED) {
            if (now.state() == State.FAILED || hasEnded(now)) {
                playing.set(false);
            }
            status.set(now);
        }
        engine.takeFrame().filter(taken -> taken.generation() >= generation).ifPresent(frame::set);
        attack.pulse(generation);
        compare.pulse(generation);
        curve.add(engine.takeCurve().stream()
                .filter(point -> point.generation() >= generation)
                .toList());
    }

    /** Whether it has ended by itself since it was last looked at. */
    private boolean hasEnded(RingsStatus now) {
        return now.ending().isPresent() && !now.ending().equals(status.get().ending());
    }
}
