package org.penumbra.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.penumbra.data.OutsideText;
import org.penumbra.kit.ImageModels;
import org.penumbra.net.image.ImageArchitecture;
import org.penumbra.net.image.ImageProvenance;
import org.penumbra.net.image.TrainedModel;

/** Names that travel in a model's file are looked at where it is read. */
class ModelNamesTest {

    @TempDir
    private Path folder;

    private Path file() {
        return folder.resolve("names.penumbra");
    }

    private void write(String className, String preset, Map<String, String> checksums) {
        TrainedModel model = ImageModels.untrained(ImageArchitecture.CNN);
        List<String> classes = new ArrayList<>(model.classes());
        classes.set(7, className);
        ImageProvenance from = model.provenance();
        ImageProvenance provenance = new ImageProvenance(
                preset,
                from.data(),
                checksums,
                from.training(),
                from.steps(),
                from.lanes(),
                from.programVersion(),
                from.date(),
                from.platform());
        ModelFile.write(
                new TrainedModel(model.settings(), classes, model.parameters(), model.heldOutErrors(), provenance),
                file());
    }

    private void assertRefused(String key) {
        ModelException refused = assertThrows(ModelException.class, () -> ModelFile.read(file()));
        assertTrue(refused.getMessage().contains(key + ": expected "), refused.getMessage());
        assertEquals(OutsideText.shown(refused.getMessage()), refused.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u001b[2J", "two\nlines", "\u0000", "\u009b1m", "a\u2028b"})
    void controlsInNamesAreDamage(String name) {
        write(name, "a preset", Map.of());
        assertRefused("network.classes[7]");
        write("seven", name, Map.of());
        assertRefused("provenance.preset");
        write("seven", "a preset", Map.of(name, "0"));
        assertRefused("provenance.checksums");
        write("seven", "a preset", Map.of("file", name));
        assertRefused("provenance.checksums.file");
    }

    @Test
    void marksOfDirectionInNamesOfClassesAreShown() {
        write("\u202eneves \uD83D\uDE00", "older: a/b", Map.of());
        TrainedModel read = ModelFile.read(file());
        assertEquals("\\u202eneves \uD83D\uDE00", read.classes().get(7));
        assertEquals("older: a/b", read.provenance().preset());
    }
}
