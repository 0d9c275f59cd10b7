package org.penumbra.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.penumbra.data.home.DataHome;
import org.penumbra.view.shell.message.Message;

/** What is told at the start of a folder of image data that somebody has named. */
class NamedFolderTest {

    @TempDir
    Path folder;

    @Test
    void aFolderThatIsThereIsNoProblem() {
        assertEquals(Optional.empty(), problem(DataHome.in(folder)));
    }

    @Test
    void oneThatIsMissingIsNamedWithWhoNamedIt() {
        Path missing = folder.resolve("mnsit");
        Message option = problem(DataHome.in(missing)).orElseThrow();
        assertEquals(Message.Kind.WARNING, option.kind());
        assertEquals("The folder of image data is not there", option.title());
        assertTrue(option.text().startsWith("--data names " + missing + ", which does not exist. "), option.text());
        Message variable = problem(ofEnvironment(Map.of(DataHome.VARIABLE, missing.toString())))
                .orElseThrow();
        assertTrue(variable.text().startsWith("PENUMBRA_DATA names " + missing + ", "), variable.text());
    }

    @Test
    void aFileIsNoFolder() throws IOException {
        Path file = Files.writeString(folder.resolve("mnist.zip"), "packed");
        Message message = problem(DataHome.in(file)).orElseThrow();
        assertEquals("The folder of image data is no folder", message.title());
        assertTrue(message.text().contains(file + ", which is a file."), message.text());
    }

    @Test
    void theUsualPlacesNeedNotBeThere() {
        assertEquals(Optional.empty(), problem(ofEnvironment(Map.of())));
        assertEquals(Optional.empty(), problem(ofEnvironment(Map.of(DataHome.VARIABLE, " "))));
    }

    private DataHome ofEnvironment(Map<String, String> environment) {
        return DataHome.of(environment, () -> folder.resolve("no-cache"), folder.resolve("no-dl4j"));
    }

    private static Optional<Message> problem(DataHome home) {
        return home.named().flatMap(NamedFolder::problem);
    }
}
