package org.penumbra.view.draw.board;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.penumbra.detector.Fitted;

/** What is known of the detectors of one network, by their ids. */
final class DetectorStock {

    private final Map<String, DetectorState> states = new LinkedHashMap<>();

    /** Empty where nobody has fitted, opened or tried it. */
    Optional<DetectorState> state(String id) {
        return Optional.ofNullable(states.get(id));
    }

    /** Whether there is one that judges. */
    boolean holds(String id) {
        return states.get(id) instanceof DetectorState.Ready;
    }

    void put(String id, DetectorState state) {
        states.put(id, state);
    }

    /** Adds one that ships, unless a person has opened or fitted another meanwhile. */
    void putShipped(Fitted fitted) {
        states.putIfAbsent(fitted.about().id(), new DetectorState.Ready(fitted));
    }

    void forget(String id) {
        states.remove(id);
    }

    /** Ends the fits. */
    void cancel() {
        states.keySet().forEach(this::cancel);
    }

    /** Ends a fit, if there is one. */
    void cancel(String id) {
        if (states.get(id) instanceof DetectorState.Fitting fitting) {
            fitting.fit().cancel();
        }
    }
}
