package org.penumbra.dist;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SumsTest {

    /** Of "abc", as FIPS 180-4 has it, and of nothing. */
    @Test
    void everyFileHasItsSumInTheFormOfSha256sum(@TempDir Path folder) throws Exception {
        Path image = Files.createDirectories(folder.resolve("image/bin"));
        Files.writeString(image.resolve("penumbra"), "abc");
        Files.createFile(image.getParent().resolve("empty"));
        Path list = folder.resolve("sums");
        Sums.write(image.getParent(), list);
        assertEquals(
                "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  bin/penumbra\n"
                        + "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  empty\n",
                Files.readString(list));
    }
}
