package org.penumbra.net.image;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.penumbra.speed.Engine;
import org.penumbra.speed.Row;
import org.penumbra.speed.Spread;
import org.penumbra.speed.Turn;

/**
 * One run: a process for each kind of engine, all of which live until the end. They agree first; then, in every round, the
 * engines take short turns at each row, one at a time and in an order that is turned around from round to round, so that
 * whatever slows the machine down for a while slows all of a row.
 */
final class SpeedRun implements AutoCloseable {

    /** Work in another's cache and clock before a turn is timed, in seconds. */
    private static final double LEAD = 0.1;
    /** Before the first round: for compilers, caches, and whatever an engine chooses by trying. */
    private static final double WARM_UP = 1.5;

    private final int rounds;
    private final double seconds;
    private final List<Row> rows;
    private final List<Engine> engines;
    private final Map<Engine.Worker, EngineProcess> processes = new EnumMap<>(Engine.Worker.class);

    /** @param only pattern of titles of rows and labels of engines, found anywhere in "row: engine" */
    SpeedRun(int rounds, double seconds, Pattern only, Path natives) throws IOException {
        this.rounds = rounds;
        this.seconds = seconds;
        Predicate<Row> wanted =
                row -> row.network() == null || only.matcher(row.title()).find();
        rows = Arrays.stream(Row.values()).filter(wanted).toList();
        engines = Arrays.stream(Engine.values())
                .filter(engine -> rows.stream().anyMatch(engine::takesPart))
                .toList();
        for (Engine engine : engines) {
            if (!processes.containsKey(engine.worker())) {
                processes.put(engine.worker(), new EngineProcess(engine.worker(), natives));
            }
        }
    }

    /** Lets every engine compute the same, and tells how far apart they are; one that is too far ends the run. */
    List<String> agree() throws IOException {
        List<String> sentences = new ArrayList<>();
        for (Row row : List.of(Row.TRAIN_CNN, Row.TRAIN_DAE_SYM)) {
            ImageArchitecture network = row.network();
            if (rows.stream().noneMatch(any -> any.network() == network)) {
                continue;
            }
            Agreement agreement = new Agreement(network, probe(Engine.PENUMBRA, row));
            for (Engine engine : engines) {
                boolean takesPart = rows.stream().anyMatch(any -> any.network() == network && engine.takesPart(any));
                if (engine != Engine.PENUMBRA && takesPart) {
                    sentences.add(agreement.check(engine, probe(engine, row)));
                }
            }
        }
        return sentences;
    }

    private Probe probe(Engine engine, Row row) throws IOException {
        return processes.get(engine.worker()).probe(WorkerRequest.probe(engine, row));
    }

    /** Takes all turns. */
    List<Turn> take() throws IOException {
        List<Turn> turns = new ArrayList<>();
        for (Row row : rows) {
            for (Engine engine : engines(row, 1)) {
                turn(row, engine, 0, 0, WARM_UP);
            }
        }
        for (int round = 1; round <= rounds; round++) {
            for (Row row : rows) {
                for (Engine engine : engines(row, round)) {
                    turns.add(turn(row, engine, round, LEAD, seconds));
                }
            }
            System.err.printf("round %d of %d%n", round, rounds);
        }
        return turns;
    }

    /** What the engines say about themselves, by name. */
    Map<String, String> facts() throws IOException {
        Map<String, String> facts = new LinkedHashMap<>();
        for (EngineProcess process : processes.values()) {
            facts.putAll(process.facts());
        }
        return facts;
    }

    /** Who takes part in a row in a round, in order. The stock layers are slow and far behind: a few rounds are enough. */
    private List<Engine> engines(Row row, int round) {
        boolean stock = round % Math.max(1, rounds / Spread.FEWEST) == 1 % Math.max(1, rounds / Spread.FEWEST);
        List<Engine> part = new ArrayList<>(engines.stream()
                .filter(engine -> engine.takesPart(row) && (stock || engine != Engine.STOCK))
                .toList());
        if (round % 2 == 0) {
            Collections.reverse(part);
        }
        return part;
    }

    private Turn turn(Row row, Engine engine, int round, double lead, double length) throws IOException {
        List<Long> waiting = new ArrayList<>(List.of(ProcessHandle.current().pid()));
        processes.forEach((worker, process) -> {
            if (worker != engine.worker()) {
                waiting.add(process.number());
            }
        });
        return processes
                .get(engine.worker())
                .turn(new WorkerRequest(WorkerRequest.Kind.TURN, engine, row, round, lead, length, waiting));
    }

    /** Ends all processes. */
    @Override
    public void close() throws IOException {
        for (EngineProcess process : processes.values()) {
            process.close();
        }
    }
}
