package org.penumbra.speed;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A whole run: what a table can be made from at any time.
 *
 * @param cores of the machine
 * @param facts of the machine and the engines, by name, in the order in which they are shown
 * @param turns all of them, in the order in which they were taken
 */
public record Recording(int cores, Map<String, String> facts, List<Turn> turns) {

    public Recording {
        // Not Map.copyOf, which would forget the order.
        facts = new LinkedHashMap<>(facts);
        turns = List.copyOf(turns);
    }

    /** Reads what {@link #write} wrote. */
    public static Recording read(Path file) throws IOException {
        return new ObjectMapper().readValue(file.toFile(), Recording.class);
    }

    /** Writes it as JSON. */
    public void write(Path file) throws IOException {
        new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValue(file.toFile(), this);
    }

    /** Several runs as one: cores and facts of the first, and the rounds of all, numbered on. */
    public static Recording together(List<Recording> runs) {
        List<Turn> turns = new ArrayList<>();
        int before = 0;
        for (Recording run : runs) {
            int last = before;
            for (Turn turn : run.turns) {
                turns.add(new Turn(
                        before + turn.round(),
                        turn.row(),
                        turn.engine(),
                        turn.done(),
                        turn.seconds(),
                        turn.own(),
                        turn.waiting(),
                        turn.others(),
                        turn.stolen()));
                last = Math.max(last, before + turn.round());
            }
            before = last;
        }
        return new Recording(runs.get(0).cores, runs.get(0).facts, turns);
    }

    /** Speeds of an engine at a row, by round. */
    Map<Integer, Double> speeds(Row row, Engine engine) {
        Map<Integer, Double> speeds = new TreeMap<>();
        for (Turn turn : turns) {
            if (turn.row() == row && turn.engine() == engine) {
                speeds.put(turn.round(), turn.speed());
            }
        }
        return speeds;
    }

    /**
     * How many times as fast as an engine Penumbra was in each round in which both had a turn: whatever slowed the
     * machine down for a while slowed both.
     */
    double[] ratios(Row row, Engine other) {
        return quotients(speeds(row, Engine.PENUMBRA), speeds(row, other));
    }

    /**
     * The share of the cores that other programs and the host took at a row in the median turn of Penumbra or of another
     * engine, whichever had to bear more; NaN where the platform does not tell.
     */
    double busy(Row row, Engine other) {
        return Math.max(taken(row, Engine.PENUMBRA), taken(row, other));
    }

    private double taken(Row row, Engine engine) {
        double[] shares = turns.stream()
                .filter(turn -> turn.row() == row && turn.engine() == engine)
                .mapToDouble(turn -> (turn.others() + turn.stolen()) / turn.seconds() / cores)
                .toArray();
        return Arrays.stream(shares).anyMatch(Double::isNaN)
                ? Double.NaN
                : Spread.of(shares).median();
    }

    /** The quotients of what two maps hold for the same round. */
    static double[] quotients(Map<Integer, Double> above, Map<Integer, Double> below) {
        return above.entrySet().stream()
                .filter(entry -> below.containsKey(entry.getKey()))
                .mapToDouble(entry -> entry.getValue() / below.get(entry.getKey()))
                .toArray();
    }
}
