package org.penumbra.live.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EngineOutputTest {

    private final EngineOutput<String, Integer, String> output = new EngineOutput<>("starting");

    @Test
    void ofTheFramesOnlyTheNewestIsTaken() {
        assertTrue(output.frameWanted());
        assertFalse(output.show("first"));
        assertFalse(output.frameWanted(), "the first waits to be taken");
        assertTrue(output.show("second"), "nobody took the first");
        assertEquals(Optional.of("second"), output.takeFrame());
        assertTrue(output.frameWanted());
        assertEquals(Optional.empty(), output.takeFrame());
    }

    @Test
    void ofTheResultsNoneIsLost() {
        output.add(1);
        output.add(2);
        assertEquals(List.of(1, 2), output.takeResults());
    }

    @Test
    void theStatusIsTheOneLastReported() {
        assertEquals("starting", output.status());
        output.report("running");
        assertEquals("running", output.status());
        assertEquals("running", output.status(), "a status is not taken away");
    }

    @Test
    void framesAndResultsAreForgottenEachByItself() {
        output.show("frame");
        output.add(1);
        output.forgetFrame();
        assertEquals(Optional.empty(), output.takeFrame());
        assertEquals(List.of(1), output.takeResults());
        output.show("frame");
        output.add(2);
        output.forgetResults();
        assertEquals(Optional.of("frame"), output.takeFrame());
        assertEquals(List.of(), output.takeResults());
    }
}
