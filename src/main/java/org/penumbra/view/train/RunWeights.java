package org.penumbra.view.train;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.penumbra.live.train.TrainedWeights;

/** The weights of the present run: those it ended with, and those that somebody has asked for and waits for. */
final class RunWeights {

    private final ReadOnlyObjectWrapper<TrainedWeights> result = new ReadOnlyObjectWrapper<>(this, "result");
    private final Deque<Wish> wishes = new ArrayDeque<>();
    private TrainedWeights last;

    /** Somebody who asked for weights; called is one of the two. */
    private record Wish(Consumer<TrainedWeights> receiver, Runnable missed) {}

    /** What the run ended with, null as long as it has not. */
    ReadOnlyObjectProperty<TrainedWeights> resultProperty() {
        return result.getReadOnlyProperty();
    }

    /** Another run begins. */
    void restart() {
        miss();
        result.set(null);
        last = null;
    }

    /** Somebody waits for the next that come. */
    void wish(Consumer<TrainedWeights> receiver, Runnable missed) {
        wishes.add(new Wish(receiver, missed));
    }

    boolean isWished() {
        return !wishes.isEmpty();
    }

    /** Some have come. */
    void came(TrainedWeights weights) {
        if (wishes.isEmpty()) {
            // Nobody asked, so these are the ones the run ended with.
            last = weights;
        }
        taken().forEach(wish -> wish.receiver().accept(weights));
    }

    /** The run is over. The end may be known before its weights have come, and the other way round. */
    void over() {
        if (last != null && result.get() == null) {
            result.set(last);
        }
    }

    /** None can come any more. */
    void miss() {
        taken().forEach(wish -> wish.missed().run());
    }

    private List<Wish> taken() {
        List<Wish> all = List.copyOf(wishes);
        wishes.clear();
        return all;
    }
}
