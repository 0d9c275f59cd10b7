package org.penumbra.net.image;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.type.TypeFactory;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.penumbra.speed.Engine;
import org.penumbra.speed.Turn;

/** The benchmark's end of the line to an {@link EngineWorker}. */
final class EngineProcess implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 10;
    /**
     * With these the C library keeps memory that was given back, in place of asking the system for it anew at every call.
     * PyTorch asks for tens of megabytes at a time, and is started like that, or with another allocator, where speed counts.
     */
    private static final Map<String, String> KEEP_MEMORY = Map.of(
            "MALLOC_MMAP_THRESHOLD_", Long.toString(4L << 30),
            "MALLOC_TRIM_THRESHOLD_", Long.toString(16L << 30),
            "MALLOC_TOP_PAD_", Long.toString(64L << 20));

    private final Engine.Worker worker;
    private final Process process;
    private final BufferedWriter requests;
    private final BufferedReader answers;
    private final ObjectMapper json = new ObjectMapper();

    /** @param natives where JavaCPP unpacks PyTorch's libraries, as the program's own folder for them need not hold those */
    EngineProcess(Engine.Worker worker, Path natives) throws IOException {
        this.worker = worker;
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        if (worker == Engine.Worker.PYTORCH) {
            command.add("-Dorg.bytedeco.javacpp.cachedir=" + natives.toAbsolutePath());
        }
        command.addAll(List.of(EngineWorker.class.getName(), worker.name()));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        // Not as an argument: ONNX Runtime 1.29 crashes in a process whose command line has some thousand letters.
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        if (worker == Engine.Worker.PYTORCH) {
            KEEP_MEMORY.forEach(builder.environment()::putIfAbsent);
        }
        process = builder.start();
        requests = process.outputWriter(StandardCharsets.UTF_8);
        answers = process.inputReader(StandardCharsets.UTF_8);
    }

    long number() {
        return process.pid();
    }

    Probe probe(WorkerRequest request) throws IOException {
        return ask(request, TypeFactory.defaultInstance().constructType(Probe.class));
    }

    Turn turn(WorkerRequest request) throws IOException {
        return ask(request, TypeFactory.defaultInstance().constructType(Turn.class));
    }

    Map<String, String> facts() throws IOException {
        return ask(
                WorkerRequest.facts(),
                TypeFactory.defaultInstance().constructType(new TypeReference<Map<String, String>>() {}));
    }

    private <T> T ask(WorkerRequest request, JavaType type) throws IOException {
        if (!process.isAlive()) {
            throw ended();
        }
        requests.write(json.writeValueAsString(request));
        requests.newLine();
        requests.flush();
        for (String line = answers.readLine(); line != null; line = answers.readLine()) {
            if (line.startsWith(EngineWorker.ANSWER)) {
                return json.readValue(line.substring(EngineWorker.ANSWER.length()), type);
            }
            if (line.startsWith(EngineWorker.FAILURE)) {
                throw new IllegalStateException(worker + ": " + line.substring(EngineWorker.FAILURE.length()));
            }
            System.err.println(line);
        }
        throw ended();
    }

    private IllegalStateException ended() {
        return new IllegalStateException(worker + ": its process ended; what it said stands above");
    }

    /** Ends the process. */
    @Override
    public void close() throws IOException {
        requests.close();
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
