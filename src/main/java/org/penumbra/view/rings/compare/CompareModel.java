package org.penumbra.view.rings.compare;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.penumbra.detector.Chosen;
import org.penumbra.detector.Description;
import org.penumbra.detector.Detector;
import org.penumbra.live.rings.compare.CompareEngine;
import org.penumbra.live.rings.compare.ComparedFrame;
import org.penumbra.live.rings.compare.ComparedKinds;
import org.penumbra.live.rings.compare.OwnFigures;
import org.penumbra.live.rings.compare.Side;

/**
 * Which two detectors are compared, how they are set, and what they say. It needs no screen: {@link #pulse} takes what the
 * engine has to show. A detector that is chosen again has the settings it was left with.
 */
public final class CompareModel {

    /** The name of no detector. */
    public static final String NONE = "";

    private final CompareEngine engine;
    private final Map<Side, Compared> sides = new EnumMap<>(Side.class);
    private final ReadOnlyObjectWrapper<OwnFigures> own = new ReadOnlyObjectWrapper<>(this, "own");
    private final ObjectProperty<Side> focus = new SimpleObjectProperty<>(this, "focus");

    /** Of one side. */
    private static final class Compared {

        final StringProperty kind;
        final ReadOnlyObjectWrapper<Detector> detector;
        final ReadOnlyObjectWrapper<ComparedFrame> frame;
        final ReadOnlyDoubleWrapper fitting;
        /** Settings that a detector was left with, by its name. */
        final Map<String, Detector> left = new HashMap<>();

        Compared(Object bean) {
            kind = new SimpleStringProperty(bean, "kind", NONE);
            detector = new ReadOnlyObjectWrapper<>(bean, "detector");
            frame = new ReadOnlyObjectWrapper<>(bean, "frame");
            fitting = new ReadOnlyDoubleWrapper(bean, "fitting", Double.NaN);
        }
    }

    /** Nothing is compared at first. */
    public CompareModel(CompareEngine engine) {
        this.engine = engine;
        for (Side side : Side.values()) {
            Compared compared = new Compared(this);
            sides.put(side, compared);
            compared.kind.addListener((observed, before, now) -> chosen(side, now));
            compared.detector.addListener((observed, before, now) -> tell());
        }
    }

    /** The name of the detector on a side, or {@link #NONE}; setting it compares another. */
    public StringProperty kindProperty(Side side) {
        return sides.get(side).kind;
    }

    /** The detector on a side as it is set; null for none. */
    public ReadOnlyObjectProperty<Detector> detectorProperty(Side side) {
        return sides.get(side).detector.getReadOnlyProperty();
    }

    /** What it says of the plane, null before the first word of the present run; it may still be that of other settings. */
    public ReadOnlyObjectProperty<ComparedFrame> frameProperty(Side side) {
        return sides.get(side).frame.getReadOnlyProperty();
    }

    /** How far its fit has come, 0 to 1; NaN while nothing is fitted. */
    public ReadOnlyDoubleProperty fittingProperty(Side side) {
        return sides.get(side).fitting.getReadOnlyProperty();
    }

    /** The figures of the lab's own pictures; null while nothing is compared, and before the first. */
    public ReadOnlyObjectProperty<OwnFigures> ownProperty() {
        return own.getReadOnlyProperty();
    }

    /** Whose settings can be changed: a side's with a detector, or those of the confidence for null. */
    public ObjectProperty<Side> focusProperty() {
        return focus;
    }

    /** Whether anything is compared. */
    public boolean isOn() {
        return sides.values().stream().anyMatch(compared -> compared.detector.get() != null);
    }

    /** What is known of a detector before it is fitted: its description as it is set. */
    public Optional<Description> about(Side side) {
        return Optional.ofNullable(detectorProperty(side).get()).map(Detector::about);
    }

    /** The newest frame of a side that is of the detector and the settings chosen now. */
    public Optional<ComparedFrame> present(Side side) {
        return Optional.ofNullable(frameProperty(side).get())
                .filter(frame -> frame.detector().equals(detectorProperty(side).get()));
    }

    /** Changes one of a detector's numbers. @throws org.penumbra.data.SettingProblem where it may not have this value */
    public void set(Side side, String setting, double value) {
        change(side, setting, value, null);
    }

    /** Changes one of its choices. @throws org.penumbra.data.SettingProblem where it is none of the options */
    public void choose(Side side, String choice, String word) {
        change(side, choice, 0, word);
    }

    /**
     * Compares a detector as it is set; none for an empty one.
     *
     * @throws org.penumbra.data.SettingProblem where it is none that the plane has
     */
    public void compare(Side side, Optional<Detector> wanted) {
        String kind = wanted.map(
                        detector -> ComparedKinds.of(detector.about().id()).id())
                .orElse(NONE);
        kindProperty(side).set(kind);
        wanted.ifPresent(sides.get(side).detector::set);
    }

    private void change(Side side, String name, double number, String word) {
        Compared compared = sides.get(side);
        Description about = compared.detector.get().about();
        Map<String, Double> numbers = new LinkedHashMap<>();
        Map<String, String> words = new LinkedHashMap<>();
        about.settings()
                .forEach(setting -> numbers.put(
                        setting.name(),
                        setting.name().equals(name) ? setting.with(number).value() : setting.value()));
        about.choices()
                .forEach(choice -> words.put(
                        choice.name(),
                        choice.name().equals(name) ? choice.with(word).value() : choice.value()));
        compared.detector.set(ComparedKinds.of(compared.kind.get()).maker().apply(new Chosen(numbers, words)));
    }

    private void chosen(Side side, String kind) {
        Compared compared = sides.get(side);
        Detector before = compared.detector.get();
        if (before != null) {
            compared.left.put(before.about().id(), before);
        }
        boolean none = kind.equals(NONE);
        compared.detector.set(
                none
                        ? null
                        : compared.left.computeIfAbsent(
                                kind, id -> ComparedKinds.of(id).usual()));
        if (!none) {
            focus.set(side);
        } else if (focus.get() == side) {
            focus.set(null);
        }
        if (none) {
            compared.frame.set(null);
        }
        if (!isOn()) {
            own.set(null);
        }
    }

    private void tell() {
        Map<Side, Detector> wanted = new EnumMap<>(Side.class);
        sides.forEach((side, compared) -> {
            if (compared.detector.get() != null) {
                wanted.put(side, compared.detector.get());
            }
        });
        engine.compare(wanted);
    }

    /** Another run begins: what was said of the one before leaves. */
    public void begin() {
        sides.values().forEach(compared -> compared.frame.set(null));
        own.set(null);
    }

    /** Takes what there is to show of a run. @param generation of the run; what is of an earlier one is not shown */
    public void pulse(int generation) {
        sides.forEach((side, compared) -> {
            engine.take(side)
                    .filter(frame -> frame.generation() >= generation && compared.detector.get() != null)
                    .ifPresent(compared.frame::set);
            compared.fitting.set(engine.fitting(side));
        });
        engine.takeOwn()
                .filter(figures -> figures.generation() >= generation && isOn())
                .ifPresent(own::set);
    }
}
