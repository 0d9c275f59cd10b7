package org.penumbra.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.penumbra.kit.ImageModels;
import org.penumbra.net.image.ImageArchitecture;

/** A file is taken for what it holds. */
class FileKindTest {

    @TempDir
    private Path folder;

    private static EnumSet<FileKind> kinds(Path file) throws IOException {
        EnumSet<FileKind> kinds = EnumSet.noneOf(FileKind.class);
        for (FileKind kind : FileKind.values()) {
            if (kind.describes(file)) {
                kinds.add(kind);
            }
        }
        return kinds;
    }

    private Path zip(String name, String... members) throws IOException {
        Path file = folder.resolve(name);
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (String member : members) {
                zip.putNextEntry(new ZipEntry(member));
            }
        }
        return file;
    }

    @Test
    void eachKindIsKnownByItsContent() throws IOException {
        Path model = folder.resolve("x.txt");
        ModelFile.write(ImageModels.untrained(ImageArchitecture.CNN), model);
        assertEquals(EnumSet.of(FileKind.MODEL), kinds(model));
        Path answers = folder.resolve("y.penumbra");
        AnswersFile.write(new StoredAnswers("m", "0", List.of()), answers);
        assertEquals(EnumSet.of(FileKind.ANSWERS), kinds(answers));
        Path cell = folder.resolve("c");
        CellFile.write(
                new StoredCell("e", "0".repeat(64), "c", JsonNodeFactory.instance.objectNode(), 1, "here"), cell);
        assertEquals(EnumSet.of(FileKind.CELL), kinds(cell));
        Path arrays = folder.resolve("z");
        new ArrayArchive("some-kind", JsonNodeFactory.instance.objectNode(), Map.of()).write(arrays);
        assertEquals(EnumSet.of(FileKind.ARRAYS), kinds(arrays));
        Path detector = folder.resolve("d");
        new ArrayArchive(DetectorFile.KIND, JsonNodeFactory.instance.objectNode(), Map.of()).write(detector);
        assertEquals(EnumSet.of(FileKind.DETECTOR), kinds(detector));
        assertEquals(
                EnumSet.of(FileKind.DL4J), kinds(zip("graph.zip", "configuration.json", "coefficients.bin", "x.bin")));
    }

    @Test
    void otherFilesAreOfNoKind() throws IOException {
        EnumSet<FileKind> none = EnumSet.noneOf(FileKind.class);
        assertEquals(none, kinds(Files.writeString(folder.resolve("a.txt"), "PENUMBRA is a word")));
        assertEquals(none, kinds(Files.createFile(folder.resolve("empty"))));
        assertEquals(none, kinds(Files.write(folder.resolve("a.png"), new byte[] {(byte) 0x89, 'P', 'N', 'G'})));
        assertEquals(none, kinds(zip("letter.docx", "[Content_Types].xml", "word/document.xml")));
        assertEquals(none, kinds(zip("mixed.zip", "a.npy", "letter.txt")));
        assertEquals(none, kinds(zip("empty.zip")));
    }
}
