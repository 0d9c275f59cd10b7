package org.penumbra.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.penumbra.bench.WindowWalk.Look;
import org.penumbra.bench.WindowWalk.Size;
import org.penumbra.command.console.Console;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** What "bench window" asks for and prints; the window itself is opened on a display by .ci/run. */
class BenchWindowCommandTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private List<Size> asked;
    private List<String> faults = List.of();

    @Test
    void aWindowWithRoomForAllIsPrintedAndEndsWithZero() throws Exception {
        assertEquals(0, run("--size", "960x640,1366x768"));
        assertEquals(List.of(new Size(960, 640), new Size(1366, 768)), asked);
        JsonNode report = new ObjectMapper().readTree(out.toByteArray());
        assertEquals(1366, report.get("screen").get("width").asInt());
        JsonNode look = report.get("looks").get(0);
        assertEquals("Draw", look.get("lab").asText());
        assertTrue(look.get("asked").isNull());
        assertEquals(768, look.get("stage").get("height").asInt());
        assertEquals(743, look.get("scene").get("height").asInt());
        assertEquals(0, look.get("faults").size());
    }

    @Test
    void oneThatHasNoneEndsWithThree() throws Exception {
        faults = List.of("Label \"Scaled outputs\" shows \"Scaled out...\"");
        assertEquals(3, run());
        assertEquals(List.of(), asked);
        JsonNode report = new ObjectMapper().readTree(out.toByteArray());
        assertEquals(
                faults.get(0), report.get("looks").get(0).get("faults").get(0).asText());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1366",
                "1366x",
                "x768",
                "-5x7",
                "1366X768",
                "99x768",
                "10001x768",
                "999999999999x1",
                "1366x768x2"
            })
    void whatIsNoSizeIsRefused(String size) {
        ParameterException wrong = assertThrows(ParameterException.class, () -> line().parseArgs("--size", size));
        assertTrue(wrong.getMessage().contains("as in 1366x768, but got \"" + size + "\""), wrong.getMessage());
    }

    private int run(String... arguments) {
        return line().execute(arguments);
    }

    private CommandLine line() {
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        return new CommandLine(new BenchWindowCommand(new Console(stream, stream, false), sizes -> {
            asked = sizes;
            Look look = new Look(null, "Draw", new Size(1366, 768), new Size(1364, 743), faults);
            return new WindowWalk.Report(new Size(1366, 768), List.of(look));
        }));
    }
}
