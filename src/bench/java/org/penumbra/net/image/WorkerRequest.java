package org.penumbra.net.image;

import java.util.List;
import org.penumbra.speed.Engine;
import org.penumbra.speed.Row;

/**
 * What the benchmark asks of a process of an engine, a line of JSON each.
 *
 * @param engine  who; null for {@link Kind#FACTS}
 * @param row     what; of {@link Kind#PROBE} only the network counts
 * @param round   for {@link Kind#TURN}
 * @param lead    seconds to do the work before it is timed
 * @param seconds to time it for
 * @param waiting numbers of the processes whose turn it is not
 */
record WorkerRequest(Kind kind, Engine engine, Row row, int round, double lead, double seconds, List<Long> waiting) {

    /** What is asked. */
    enum Kind {
        /** A {@link Probe}. */
        PROBE,

        /** An {@link org.penumbra.speed.Turn}. */
        TURN,

        /** What {@link EngineHost#facts} says. */
        FACTS
    }

    static WorkerRequest probe(Engine engine, Row row) {
        return new WorkerRequest(Kind.PROBE, engine, row, 0, 0, 0, List.of());
    }

    static WorkerRequest facts() {
        return new WorkerRequest(Kind.FACTS, null, null, 0, 0, 0, List.of());
    }
}
