package org.penumbra.net.image;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.penumbra.speed.Engine;
import org.penumbra.speed.ProcessorTimes;
import org.penumbra.speed.Row;
import org.penumbra.speed.Task;
import org.penumbra.speed.Turn;

/**
 * A process of the benchmark: makes engines whose native libraries get along, and answers {@link WorkerRequest}s on
 * standard input, one after the other, until there are no more. It does nothing in between.
 */
public final class EngineWorker {

    /** Begins a line that is an answer, as native libraries may print as well. */
    static final String ANSWER = "answer ";
    /** Begins a line that says why there is none. */
    static final String FAILURE = "failure ";

    private static final int MANY = 1000;

    private final EngineHost host;
    private final Map<Row, ImageWork> works = new EnumMap<>(Row.class);
    private final Map<String, ImageEngine> engines = new HashMap<>();
    private Runnable product;

    private EngineWorker(EngineHost host) {
        this.host = host;
    }

    /** @param arguments an {@link Engine.Worker} */
    public static void main(String[] arguments) throws IOException {
        PrintStream answers = System.out;
        System.setOut(System.err);
        BufferedReader requests = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        ObjectMapper json = new ObjectMapper();
        EngineWorker worker = new EngineWorker(EngineHost.of(Engine.Worker.valueOf(arguments[0])));
        for (String line = requests.readLine(); line != null; line = requests.readLine()) {
            try {
                answers.println(
                        ANSWER + json.writeValueAsString(worker.answer(json.readValue(line, WorkerRequest.class))));
            } catch (RuntimeException | LinkageError e) {
                e.printStackTrace();
                answers.println(FAILURE + e.toString().lines().findFirst().orElseThrow());
            }
        }
    }

    private Object answer(WorkerRequest request) throws IOException {
        return switch (request.kind()) {
            case FACTS -> host.facts();
            case PROBE -> probe(request);
            case TURN -> turn(request);
        };
    }

    private Probe probe(WorkerRequest request) {
        ImageWork work = work(request.row());
        try (ImageEngine engine = host.make(request.engine(), work)) {
            host.useAllCores();
            return Probe.of(engine, work);
        }
    }

    private ImageWork work(Row row) {
        return works.computeIfAbsent(row, any -> ImageWork.of(row.network()));
    }

    private Turn turn(WorkerRequest request) throws IOException {
        Row row = request.row();
        Runnable work = work(request.engine(), row);
        host.prepare(request.engine(), row, work);
        Stopwatch.time(work, request.lead());
        ProcessorTimes machine = ProcessorTimes.now();
        double own = processorTime(ProcessHandle.current());
        double waiting = processorTime(request.waiting());
        Stopwatch timed = Stopwatch.time(work, request.seconds());
        own = processorTime(ProcessHandle.current()) - own;
        waiting = processorTime(request.waiting()) - waiting;
        ProcessorTimes after = ProcessorTimes.now();
        // Processor times are told in hundredths of a second, so that a difference of several can be below 0.
        double others = Math.max(0, after.busy() - machine.busy() - own - waiting);
        return new Turn(
                request.round(),
                row,
                request.engine(),
                timed.calls() * unitsACall(row.task()),
                timed.seconds(),
                own,
                waiting,
                others,
                after.stolen() - machine.stolen());
    }

    private int unitsACall(Task task) {
        return switch (task) {
            case TRAIN -> ImageWork.BATCH;
            case MANY -> MANY;
            case ONE -> 1;
            case PRODUCT -> host.productsACall();
        };
    }

    private Runnable work(Engine engine, Row row) {
        if (row.task() == Task.PRODUCT) {
            if (product == null) {
                product = host.product();
            }
            return product;
        }
        ImageWork work = work(row);
        ImageEngine made = engines.computeIfAbsent(engine + " " + row.network(), any -> host.make(engine, work));
        if (row.task() == Task.TRAIN) {
            return ((ImageEngine.Learning) made)::train;
        }
        int count = row.task() == Task.MANY ? MANY : 1;
        float[] images = work.first(count);
        return () -> made.infer(images, count);
    }

    private static double processorTime(List<Long> processes) {
        return processes.stream()
                .mapToDouble(process -> ProcessHandle.of(process)
                        .map(EngineWorker::processorTime)
                        .orElseThrow(() -> new IllegalStateException("process " + process + " of the benchmark ended")))
                .sum();
    }

    private static double processorTime(ProcessHandle process) {
        return process.info()
                .totalCpuDuration()
                .map(Duration::toNanos)
                .map(nanos -> nanos / 1e9)
                .orElse(Double.NaN);
    }
}
