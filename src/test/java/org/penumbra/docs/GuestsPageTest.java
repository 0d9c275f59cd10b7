package org.penumbra.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.penumbra.archive.guest.GuestFile;
import org.penumbra.data.image.ImageSet;
import org.penumbra.kit.DigitGuests;
import org.penumbra.kit.Terminal;
import org.penumbra.net.image.ImageClassifier;

/** What src/docs/guests.md tells, done. */
@Timeout(600)
class GuestsPageTest {

    private static final Path PAGE = Path.of("src", "docs", "guests.md");
    private static final Path PROGRAM = Path.of("src", "test", "java", "org", "penumbra", "docs", "LeNetOnDigits.java");

    @TempDir
    private Path folder;

    @Test
    void thePageShowsTheProgramThatIsRunHere() throws IOException {
        String page = Files.readString(PAGE);
        String program = Files.readString(PROGRAM);
        String body = program.substring(program.indexOf("public final class"));
        assertTrue(page.contains("```java\n" + body + "```"), "the page has another program than " + PROGRAM);
    }

    @Test
    void aLeNetOfDl4jIsAskedWithinATenthOfASecondAndMeasured() throws IOException {
        Path file = folder.resolve("lenet.zip");
        LeNetOnDigits.main(new String[] {file.toString()});
        Terminal terminal = new Terminal();
        assertEquals(
                0, terminal.run("guest", file.toString(), "--images", "built-in-digits", "--json"), terminal.err());
        JsonNode told = new ObjectMapper().readTree(terminal.out());
        assertTrue(told.get("accuracy").asDouble() > 0.6, told.toString());
        assertEquals(100, told.get("code_units").asInt());
        ImageSet digits = DigitGuests.tested(21);
        try (ImageClassifier network = GuestFile.load(file).network()) {
            network.respond(digits.image(0), 1);
            long best = Long.MAX_VALUE;
            for (int i = 1; i < digits.count(); i++) {
                long start = System.nanoTime();
                network.respond(digits.image(i), 1);
                best = Math.min(best, System.nanoTime() - start);
            }
            System.out.println("one answer of a LeNet of DL4J: " + best / 1e6 + " ms at best of 20");
        }
    }
}
