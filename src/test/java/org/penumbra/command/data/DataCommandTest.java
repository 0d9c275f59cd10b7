package org.penumbra.command.data;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.penumbra.data.home.DataHome;
import org.penumbra.data.image.ImageFile;
import org.penumbra.data.image.KnownImages;
import org.penumbra.kit.LoopbackMirror;
import org.penumbra.kit.RunningProgram;
import org.penumbra.kit.Terminal;
import org.penumbra.kit.TinyImages;

/** What "penumbra data" says and leaves. */
@Timeout(180)
class DataCommandTest {

    @TempDir
    private Path folder;

    private static final int PROGRAMS = 2;

    private final Terminal terminal = new Terminal();

    private int run(String... arguments) {
        String[] all = Stream.concat(
                        Stream.of("data"), Stream.concat(Stream.of(arguments), Stream.of("--data", folder.toString())))
                .toArray(String[]::new);
        return terminal.run(all);
    }

    private void assertOneLine(String beginning) {
        assertTrue(terminal.err().startsWith("penumbra: " + beginning), terminal.err());
        assertEquals(1, terminal.err().lines().count(), terminal.err());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "data --help",
                "data list --help",
                "data fetch --help",
                "data import --help",
                "data verify --help"
            })
    void everyCommandHasHelp(String line) {
        assertEquals(0, terminal.run(line.split(" ")));
        assertTrue(terminal.out().contains("Usage: penumbra data"), terminal.out());
        assertEquals("", terminal.err());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "data",
                "data nonsense",
                "data fetch",
                "data fetch mnits",
                "data import mnist",
                "data import mnits DIR",
                "data verify mnits",
                "data list --data",
                "data fetch mnist --mirror :"
            })
    void wrongUseIsSaidWithExitCode2(String line) {
        int code = terminal.run(line.split(" "));
        assertAll(
                () -> assertEquals(2, code),
                () -> assertEquals("", terminal.out()),
                () -> assertTrue(terminal.err().contains("Usage: penumbra data"), terminal.err()));
    }

    @Test
    void theListTellsWhatIsThereAndWhatCanBeDone() throws IOException {
        assertEquals(0, run("list"));
        List<String> lines = terminal.out().lines().toList();
        assertEquals(3, lines.size());
        assertTrue(
                lines.get(0).matches("mnist +60000 \\+ 10000  missing +\"penumbra data fetch mnist\" downloads it"),
                lines.get(0));
        assertTrue(lines.get(2).matches("built-in-digits  60000 \\+ 10000  built in .*"), lines.get(2));

        for (ImageFile file : ImageFile.values()) {
            Files.createDirectories(folder.resolve("mnist"));
            Files.write(folder.resolve("mnist/" + file.standardName()), new byte[10]);
        }
        assertEquals(0, run("list", "--json"));
        JsonNode list = new ObjectMapper().readTree(terminal.out());
        assertEquals(List.of("mnist", "fashion-mnist", "built-in-digits"), list.findValuesAsText("name"));
        assertEquals(List.of("wrong", "missing", "built in"), list.findValuesAsText("state"));
        assertEquals(
                folder.resolve("mnist").toString(), list.get(0).get("folder").asText());
        assertTrue(
                list.get(0).get("problem").asText().contains("at byte 0: expected the magic number"),
                list.get(0).toString());
    }

    @Test
    void verifyTellsEveryFileAndFailsWithOneLine() throws IOException {
        assertEquals(1, run("verify"));
        assertOneLine("MNIST is not here. Looked in --data " + folder);
        assertEquals(1, run("verify", "fashion-mnist"));
        assertOneLine("Fashion-MNIST is not here");

        Files.createDirectories(folder.resolve("mnist"));
        Files.write(folder.resolve("mnist/t10k-labels-idx1-ubyte"), new byte[3]);
        assertEquals(1, run("verify"));
        assertOneLine(folder.resolve("mnist/train-images-idx3-ubyte") + ": missing");
        assertTrue(terminal.err().contains("(and 3 more)"), terminal.err());
        assertEquals(
                4,
                terminal.out().lines().filter(line -> line.startsWith("wrong ")).count(),
                terminal.out());
    }

    @Test
    void importRefusesAFolderWithoutTheFiles() {
        assertEquals(1, run("import", "mnist", folder.resolve("none").toString()));
        assertOneLine(folder.resolve("none") + ": expected the four files of MNIST");
    }

    @Test
    void aFetchThatFailsTellsOneLineAndLeavesNothing() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        server.start();
        try {
            String mirror = "http://127.0.0.1:" + server.getAddress().getPort() + "/";
            assertEquals(1, run("fetch", "mnist", "--mirror", mirror));
            assertOneLine("MNIST's train-images-idx3-ubyte cannot be downloaded: " + mirror
                    + "train-images-idx3-ubyte.gz answers 404. Try again");
            assertFalse(Files.exists(folder.resolve("mnist/train-images-idx3-ubyte.part")));
            assertEquals(1, run("fetch", "mnist", "--mirror", "ftp://example.org/"));
            assertOneLine("mirror ftp://example.org/: expected an address");
        } finally {
            server.stop(0);
        }
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "there a process cannot be asked to end, only ended")
    void aDownloadThatWaitsSaysForWhomAndCanBeStopped() throws Exception {
        try (LoopbackMirror silent = new LoopbackMirror(new TinyImages(), LoopbackMirror.stallingAfter(500));
                RunningProgram first = fetching(silent)) {
            first.awaitLine("1/4 train-images-idx3-ubyte");
            try (RunningProgram second = fetching(silent)) {
                second.awaitLine("Waiting for another Penumbra (process " + first.pid() + " of ");
                assertEquals(
                        List.of("Stopped. What has arrived is kept; the same command goes on from there."),
                        second.stop());
            }
            assertEquals(1, silent.requests().size());
        }
    }

    private RunningProgram fetching(LoopbackMirror mirror) throws IOException {
        return new RunningProgram(
                folder.resolve("stdout"),
                "data",
                "fetch",
                "mnist",
                "--data",
                folder.toString(),
                "--mirror",
                mirror.address().toString());
    }

    @Test
    void programsThatImportAtTheSameTimeLeaveAWholeSet() throws Exception {
        Path source = published();
        List<RunningProgram> programs = new ArrayList<>();
        try {
            for (int i = 0; i < PROGRAMS; i++) {
                programs.add(new RunningProgram(
                        folder.resolve("stdout" + i),
                        "data",
                        "import",
                        "mnist",
                        source.toString(),
                        "--data",
                        folder.resolve("home").toString()));
            }
            for (int i = 0; i < PROGRAMS; i++) {
                List<String> said = programs.get(i).awaitEnd();
                assertEquals(0, programs.get(i).exitValue(), said::toString);
                assertEquals(
                        "mnist is in " + folder.resolve("home/mnist"),
                        Files.readString(folder.resolve("stdout" + i)).strip());
            }
        } finally {
            for (RunningProgram program : programs) {
                program.close();
            }
        }
        assertEquals(
                0,
                terminal.run(
                        "data",
                        "verify",
                        "mnist",
                        "--data",
                        folder.resolve("home").toString()));
        assertEquals(
                List.of(
                        ".lock",
                        "t10k-images-idx3-ubyte.gz",
                        "t10k-labels-idx1-ubyte.gz",
                        "train-images-idx3-ubyte.gz",
                        "train-labels-idx1-ubyte.gz"),
                Arrays.stream(folder.resolve("home/mnist").toFile().list())
                        .sorted()
                        .toList());
    }

    /** The folder with the published files of MNIST, packed; without it a test is not run. */
    private static Path published() {
        String named = System.getenv(DataHome.VARIABLE);
        Path here = Path.of(named == null || named.isBlank() ? "../shared/data" : named);
        Path source = DataHome.in(here)
                .find(KnownImages.named("mnist"))
                .map(found -> found.path())
                .orElse(null);
        assumeTrue(
                source != null && Files.exists(source.resolve("train-images-idx3-ubyte.gz")),
                () -> "MNIST is not in " + here);
        return source;
    }

    @Test
    void publishedFilesAreFetchedImportedAndVerified() throws IOException {
        Path source = published();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] file = Files.readAllBytes(
                    source.resolve(exchange.getRequestURI().getPath().substring(1)));
            exchange.sendResponseHeaders(200, file.length);
            exchange.getResponseBody().write(file);
            exchange.close();
        });
        server.start();
        try {
            assertEquals(
                    0,
                    run(
                            "fetch",
                            "mnist",
                            "--mirror",
                            "http://127.0.0.1:" + server.getAddress().getPort()));
        } finally {
            server.stop(0);
        }
        assertEquals("mnist is in " + folder.resolve("mnist"), terminal.out().strip());
        assertTrue(terminal.err().contains("1/4 train-images-idx3-ubyte: 0.000 of 9."), terminal.err());
        assertEquals(0, run("verify", "mnist"));
        assertEquals(
                4, terminal.out().lines().filter(line -> line.startsWith("ok ")).count());
        assertEquals(0, run("fetch", "mnist", "--mirror", "http://127.0.0.1:9/"), "what is there is not fetched again");
        assertEquals(1, run("import", "fashion-mnist", source.toString()));
        assertTrue(terminal.err().contains("which is MNIST's train-images-idx3-ubyte"), terminal.err());
    }
}
