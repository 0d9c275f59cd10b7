package org.penumbra.experiment.spark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.launcher.JavaModuleOptions;
import org.penumbra.kit.Await;

/**
 * A real Spark cluster on this machine: a master and workers, each a process of its own. Their Spark is a folder laid out like
 * Spark's own, with the jars of this class path and without the program.
 */
final class SparkCluster implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Pattern MASTER = Pattern.compile("spark://127\\.0\\.0\\.1:\\d+");

    private final Path folder;
    private final Path home;
    private final List<Process> processes = new ArrayList<>();
    private final List<Process> workers = new ArrayList<>();
    private final String master;

    /** Starts a master and so many workers of one core each, and waits until all have found each other. */
    SparkCluster(Path folder, int count) throws IOException {
        this.folder = folder;
        home = Files.createDirectories(folder.resolve("spark"));
        Path jars = Files.createDirectories(home.resolve("jars"));
        for (String entry : System.getProperty("java.class.path").split(":")) {
            Path jar = Path.of(entry);
            if (Files.isRegularFile(jar)) {
                Files.createSymbolicLink(jars.resolve(jar.getFileName()), jar);
            }
        }
        start("master", "org.apache.spark.deploy.master.Master", "--port", "0");
        master = awaitLog("master", MASTER);
        for (int i = 0; i < count; i++) {
            String name = "worker-" + i;
            workers.add(start(
                    name,
                    "org.apache.spark.deploy.worker.Worker",
                    "--port",
                    "0",
                    "--cores",
                    "1",
                    "--memory",
                    "600m",
                    "--work-dir",
                    folder.resolve(name).toString(),
                    master));
        }
        for (int i = 0; i < count; i++) {
            awaitLog("worker-" + i, Pattern.compile("Successfully registered with master"));
        }
    }

    String master() {
        return master;
    }

    /** Kills a worker and the process in which it computes, as when its machine loses power. */
    void lose(int worker) {
        kill(workers.get(worker));
    }

    /** Whether a worker has a process that computes. */
    boolean computes(int worker) {
        return workers.get(worker).descendants().findAny().isPresent();
    }

    /** Everything that a process and those it started have said. */
    String log(String name) {
        try (Stream<Path> files = Files.walk(folder, 5)) {
            List<Path> logs = files.filter(file -> file.startsWith(folder.resolve(name))
                                    && file.getFileName().toString().equals("stderr")
                            || file.equals(folder.resolve(name + ".log")))
                    .sorted()
                    .toList();
            StringBuilder text = new StringBuilder();
            for (Path log : logs) {
                text.append(Files.readString(log));
            }
            return text.toString();
        } catch (IOException e) {
            return e.toString();
        }
    }

    private Process start(String name, String main, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(JavaModuleOptions.defaultModuleOptionArray()));
        command.addAll(List.of("-Xmx256m", "-cp", home.resolve("jars") + "/*", main));
        command.addAll(List.of("--host", "127.0.0.1", "--webui-port", "0"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(name + ".log").toFile());
        Map<String, String> environment = builder.environment();
        environment.put("SPARK_HOME", home.toString());
        environment.put("SPARK_SCALA_VERSION", "2.13");
        environment.put("SPARK_LOCAL_IP", "127.0.0.1");
        Process process = builder.start();
        processes.add(process);
        return process;
    }

    private String awaitLog(String name, Pattern pattern) {
        Await.await(
                () -> pattern.matcher(log(name)).find() || !processes.stream().allMatch(Process::isAlive),
                PATIENCE,
                () -> pattern + " in what " + name + " says:\n" + log(name));
        Matcher matcher = pattern.matcher(log(name));
        if (!matcher.find()) {
            close();
            throw new AssertionError(name + " ended early:\n" + log(name));
        }
        return matcher.group();
    }

    private static void kill(Process process) {
        List<ProcessHandle> children = process.descendants().collect(Collectors.toList());
        process.destroyForcibly();
        children.forEach(ProcessHandle::destroyForcibly);
    }

    /** Ends all processes, and takes away the links to jars, which are none of the temporary folder's. */
    @Override
    public void close() {
        processes.forEach(SparkCluster::kill);
        try (Stream<Path> links = Files.list(home.resolve("jars"))) {
            for (Path link : links.toList()) {
                Files.delete(link);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
