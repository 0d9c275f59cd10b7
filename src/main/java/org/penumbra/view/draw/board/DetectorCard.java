package org.penumbra.view.draw.board;

import java.util.Optional;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.penumbra.detector.Description;
import org.penumbra.detector.Fitted;
import org.penumbra.live.draw.AcceptedShare;

/** One of the detectors that are shown, how it is and what it says now. Changed by {@link DetectorBoard} alone. */
public final class DetectorCard {

    private final String id;
    private final ReadOnlyObjectWrapper<Description> about = new ReadOnlyObjectWrapper<>(this, "about");
    private final ReadOnlyObjectWrapper<DetectorState> state = new ReadOnlyObjectWrapper<>(this, "state");
    private final ReadOnlyObjectWrapper<DetectorReading> reading = new ReadOnlyObjectWrapper<>(this, "reading");
    private final ReadOnlyObjectWrapper<AcceptedShare.Accepted> accepted =
            new ReadOnlyObjectWrapper<>(this, "accepted");
    private final ReadOnlyDoubleWrapper share = new ReadOnlyDoubleWrapper(this, "share");

    DetectorCard(Description about, DetectorState state) {
        this.id = about.id();
        this.about.set(about);
        this.state.set(state);
    }

    /** Of the detector, as the catalogue has it. */
    public String id() {
        return id;
    }

    /** What the detector is and how it is set. */
    public ReadOnlyObjectProperty<Description> aboutProperty() {
        return about.getReadOnlyProperty();
    }

    /** Whether it can judge. */
    public ReadOnlyObjectProperty<DetectorState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** What it says of the present image, or while it has not judged that yet of the one before; null for nothing. */
    public ReadOnlyObjectProperty<DetectorReading> readingProperty() {
        return reading.getReadOnlyProperty();
    }

    /** How many test images it accepts at its threshold; null while that is not known. */
    public ReadOnlyObjectProperty<AcceptedShare.Accepted> acceptedProperty() {
        return accepted.getReadOnlyProperty();
    }

    /** How far a fit has come, 0 to 1. */
    public ReadOnlyDoubleProperty shareProperty() {
        return share.getReadOnlyProperty();
    }

    /** The fitted detector, where there is one. */
    public Optional<Fitted> fitted() {
        return state.get() instanceof DetectorState.Ready ready ? Optional.of(ready.fitted()) : Optional.empty();
    }

    void become(Description now, DetectorState next) {
        about.set(now);
        if (!next.equals(state.get())) {
            state.set(next);
        }
        if (!(next instanceof DetectorState.Ready)) {
            reading.set(null);
            accepted.set(null);
        }
        if (!(next instanceof DetectorState.Fitting)) {
            share.set(0);
        }
    }

    void read(DetectorReading now) {
        reading.set(now);
    }

    void accept(AcceptedShare.Accepted found) {
        accepted.set(found);
    }

    void fitted(double part) {
        share.set(part);
    }
}
