package org.penumbra.data.home;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.penumbra.kit.TinyImages.write;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.penumbra.data.DataException;
import org.penumbra.data.image.ImageData;
import org.penumbra.data.image.ImageFile;
import org.penumbra.data.image.KnownImages;
import org.penumbra.kit.IdxBytes;
import org.penumbra.kit.TinyImages;

/** Where data sets are found, in which order, and what is said when they are not, or are not right. */
class DataHomeTest {

    @TempDir
    private Path folder;

    private final TinyImages tiny = new TinyImages();
    private final KnownImages known = tiny.known();

    @Test
    void placesAreLookedAtInTheirOrder() throws IOException {
        Path named = folder.resolve("named");
        Path cache = folder.resolve("cache");
        Path dl4j = folder.resolve("dl4j");
        DataHome home = DataHome.of(Map.of(DataHome.VARIABLE, named.toString()), () -> cache, dl4j);
        assertEquals(Optional.empty(), home.find(known));
        tiny.writeTo(dl4j);
        assertEquals(dl4j, home.find(known).orElseThrow().path());
        Path ofDl4j = tiny.writeTo(dl4j.resolve("data/TINY/raw"));
        assertEquals(ofDl4j, home.find(known).orElseThrow().path());
        Path cached = tiny.writeTo(cache.resolve("data/tiny"));
        assertEquals(cached, home.find(known).orElseThrow().path());
        Path first = tiny.writeTo(named.resolve("tiny"));
        assertEquals(first, home.find(known).orElseThrow().path());
        assertEquals(first, home.folderOf(known), "fetched files go to the first place");
        assertEquals(
                cached,
                DataHome.of(Map.of(DataHome.VARIABLE, " "), () -> cache, dl4j).folderOf(known));
    }

    @Test
    void aNamedFolderIsTheOnlyPlace() {
        DataHome home = DataHome.ofProcess(folder);
        assertEquals(List.of(new DataPlace("--data", "the folder named at the start", folder)), home.places());
        assertEquals(folder.resolve("tiny"), home.folderOf(known));
    }

    @Test
    void theFolderItselfMayHoldTheFiles() throws IOException {
        tiny.writeTo(folder);
        ImageData data = DataHome.in(folder).load(known);
        assertAll(
                () -> assertEquals("tiny", data.name()),
                () -> assertEquals(400, data.training().count()),
                () -> assertEquals(100, data.test().count()),
                () -> assertEquals(14, data.test().rows()),
                () -> assertEquals(
                        known.md5().get(ImageFile.TEST_LABELS), data.checksums().get("t10k-labels-idx1-ubyte")),
                () -> assertEquals(4, data.checksums().size()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-idx%d-ubyte.gz", "-idx%d-ubyte", ".idx%d-ubyte.gz", ".idx%d-ubyte"})
    void everySpellingIsFound(String spelling) throws IOException {
        for (ImageFile file : ImageFile.values()) {
            String name = file.standardName().replaceFirst("-idx.*", "")
                    + String.format(spelling, file.holdsImages() ? 3 : 1);
            write(folder, name, spelling.endsWith(".gz") ? tiny.packed(file) : tiny.plain(file));
        }
        assertEquals(400, DataHome.in(folder).load(known).training().count());
    }

    @Test
    void filesUnpackedIntoFoldersOfTheirNameAreFound() throws IOException {
        for (ImageFile file : ImageFile.values()) {
            write(folder, file.standardName() + "/" + file.standardName(), tiny.plain(file));
        }
        assertEquals(100, DataHome.in(folder).load(known).test().count());
    }

    @Test
    void whatIsMissingIsToldWithEveryPlaceAndWhatToDo() throws IOException {
        Path named = folder.resolve("named");
        write(named, "tiny/train-labels-idx1-ubyte", new byte[9]);
        Path cache = folder.resolve("cache");
        Path dl4j = Files.createDirectories(folder.resolve("dl4j"));
        DataHome home = DataHome.of(Map.of(DataHome.VARIABLE, named.toString()), () -> cache, dl4j);
        String message =
                assertThrows(DataException.class, () -> home.load(known)).getMessage();
        for (String part : List.of(
                "Tiny is not here",
                "PENUMBRA_DATA " + named.resolve("tiny") + ": lacks train-images-idx3-ubyte, t10k-images-idx3-ubyte, "
                        + "t10k-labels-idx1-ubyte",
                "the cache folder " + cache.resolve("data") + ": no such folder",
                "DL4J's folder " + dl4j + ": none of the four files",
                "penumbra data fetch tiny",
                "--data DIR",
                "built-in digits")) {
            assertTrue(message.contains(part), () -> part + " is not in: " + message);
        }
        assertFalse(message.contains("\n"), message);
    }

    @Test
    void filesOfAnotherDataSetAreNotMistakenForIt() throws IOException {
        tiny.writeTo(folder);
        write(folder, "t10k-labels-idx1-ubyte.gz", IdxBytes.packed(IdxBytes.labels(100, 99)));
        String elsewhere = assertThrows(
                        DataException.class, () -> DataHome.in(folder).load(known))
                .getMessage();
        assertTrue(elsewhere.contains("holds another data set"), elsewhere);

        Path named = tiny.writeTo(folder.resolve("tiny"));
        write(named, "t10k-images-idx3-ubyte.gz", IdxBytes.packed(IdxBytes.images(100, 14, 14, 99)));
        String wrong = assertThrows(
                        DataException.class, () -> DataHome.in(folder).load(known))
                .getMessage();
        assertTrue(
                wrong.startsWith(named.resolve("t10k-images-idx3-ubyte.gz") + ": expected the MD5 sum "
                        + known.md5().get(ImageFile.TEST_IMAGES)),
                wrong);
        assertTrue(wrong.contains("penumbra data fetch tiny"), wrong);
    }

    @Test
    void aFileOfWhichOnlyTheMd5SumIsRightIsRefused() throws IOException {
        Path filled = tiny.writeTo(folder.resolve("tiny"));
        Map<ImageFile, String> others = new EnumMap<>(known.sha256());
        String other = "0".repeat(64);
        others.put(ImageFile.TEST_IMAGES, other);
        KnownImages forged =
                new KnownImages("tiny", "Tiny", known.classes(), known.folders(), 400, 100, 14, known.md5(), others);
        DataHome home = DataHome.in(folder);
        assertTrue(home.check(known).isRight());
        String expected = filled.resolve("t10k-images-idx3-ubyte.gz") + ": expected the SHA-256 sum " + other
                + " of Tiny's t10k-images-idx3-ubyte, but the unpacked bytes have "
                + known.sha256().get(ImageFile.TEST_IMAGES);
        List<String> problems = home.check(forged).problems();
        assertEquals(1, problems.size());
        assertTrue(problems.get(0).startsWith(expected), problems.get(0));
        assertTrue(assertThrows(DataException.class, () -> home.load(forged))
                .getMessage()
                .startsWith(expected));
        assertFalse(new OwnFolder(forged, filled).holds(ImageFile.TEST_IMAGES), "it is fetched anew");
        assertTrue(new OwnFolder(forged, filled).holds(ImageFile.TRAINING_IMAGES));
    }

    @Test
    void aDamagedFileIsNamedAlsoWhereItIsTheOneThatTells() throws IOException {
        tiny.writeTo(folder);
        write(folder, "t10k-labels-idx1-ubyte.gz", new byte[] {0x1F, (byte) 0x8B, 9});
        String message = assertThrows(
                        DataException.class, () -> DataHome.in(folder).load(known))
                .getMessage();
        assertTrue(
                message.startsWith(folder.resolve("t10k-labels-idx1-ubyte.gz") + ": at byte 3 of the packed file"),
                message);
    }

    @Test
    void anyFolderWithFourFilesCanBeRead() throws IOException {
        Path own = tiny.writeTo(folder.resolve("my-letters"));
        ImageData data = new DataHome(List.of(), new DataPlace("none", folder)).load(own.toString());
        assertAll(
                () -> assertEquals("my-letters", data.name()),
                () -> assertEquals(List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9"), data.classes()),
                () -> assertEquals(400, data.training().count()));
    }

    @Test
    void filesThatDoNotFitTogetherAreTold() throws IOException {
        tiny.writeTo(folder);
        write(folder, "train-labels-idx1-ubyte.gz", IdxBytes.packed(IdxBytes.labels(399, 1)));
        String counts = assertThrows(DataException.class, () -> DataHome.loadFolder(folder))
                .getMessage();
        assertTrue(counts.contains("at byte 4: expected a label for each of the 400 images"), counts);

        tiny.writeTo(folder);
        write(folder, "t10k-images-idx3-ubyte.gz", IdxBytes.packed(IdxBytes.images(100, 14, 13, 1)));
        String sizes = assertThrows(DataException.class, () -> DataHome.loadFolder(folder))
                .getMessage();
        assertTrue(sizes.contains("14 x 14") && sizes.contains("14 x 13"), sizes);

        Files.delete(folder.resolve("t10k-images-idx3-ubyte.gz"));
        String missing = assertThrows(DataException.class, () -> DataHome.loadFolder(folder))
                .getMessage();
        assertTrue(missing.contains("lacks t10k-images-idx3-ubyte"), missing);
    }

    @Test
    void aNameThatIsNeitherKnownNorAFolderIsTold() {
        String message = assertThrows(
                        DataException.class, () -> DataHome.in(folder).load("mnits"))
                .getMessage();
        assertTrue(message.contains("expected one of mnist, fashion-mnist, or a folder"), message);
    }

    @Test
    void theStateTellsEveryFile() throws IOException {
        DataHome home = DataHome.in(folder);
        DataState none = home.check(known);
        assertFalse(none.isRight());
        assertTrue(none.folder().isEmpty() && none.missing().contains("not here"), none.missing());

        Path own = tiny.writeTo(folder.resolve("tiny"));
        assertTrue(home.check(known).isRight());

        Files.delete(own.resolve("train-images-idx3-ubyte.gz"));
        write(own, "t10k-labels-idx1-ubyte.gz", new byte[0]);
        DataState some = home.check(known);
        assertAll(
                () -> assertEquals(Optional.of(own), some.folder()),
                () -> assertFalse(some.isRight()),
                () -> assertEquals(2, some.problems().size()),
                () -> assertTrue(some.problems().get(0).contains("train-images-idx3-ubyte: missing"), some.toString()),
                () -> assertTrue(some.problems().get(1).contains("at byte 0"), some.toString()));
    }

    @Test
    void importCopiesOnlyWhatIsRight() throws IOException {
        Path source = tiny.writeTo(folder.resolve("source"));
        DataHome home = DataHome.in(folder.resolve("home"));
        byte[] wrong = tiny.packed(ImageFile.TEST_LABELS);
        wrong[wrong.length - 8] ^= 1;
        write(source, "t10k-labels-idx1-ubyte.gz", wrong);
        assertTrue(assertThrows(DataException.class, () -> ImageImport.copy(known, source, home, new FetchRecorder()))
                .getMessage()
                .contains("t10k-labels-idx1-ubyte.gz"));
        assertFalse(Files.exists(folder.resolve("home")), "nothing is copied unless all are right");

        tiny.writeTo(source);
        write(folder, "home/tiny/t10k-labels-idx1-ubyte.gz", wrong);
        assertTrue(ImageImport.copy(known, source, home, new FetchRecorder()));
        assertTrue(home.check(known).isRight());
        try (var files = Files.list(folder.resolve("home/tiny"))) {
            assertEquals(
                    List.of(
                            "t10k-images-idx3-ubyte.gz",
                            "t10k-labels-idx1-ubyte.gz",
                            "t10k-labels-idx1-ubyte.gz.wrong",
                            "train-images-idx3-ubyte.gz",
                            "train-labels-idx1-ubyte.gz"),
                    files.map(file -> file.getFileName().toString())
                            .filter(name -> !name.equals(FolderLock.NAME))
                            .sorted()
                            .toList());
        }
        assertTrue(assertThrows(
                        DataException.class,
                        () -> ImageImport.copy(known, folder.resolve("none"), home, new FetchRecorder()))
                .getMessage()
                .contains("no such folder"));
    }

    @Test
    void everyShippedDataSetHasTwoMirrorsAndTenClasses() {
        for (KnownImages one : KnownImages.all()) {
            assertTrue(Mirrors.shipped(one).folders().size() >= 2, one.name());
            long unpacked = Arrays.stream(ImageFile.values())
                    .mapToLong(one::unpackedBytes)
                    .sum();
            long packed = Mirrors.bytes(one).orElseThrow();
            assertTrue(
                    packed > unpacked / 6 && packed < unpacked / 1.5, one.name() + ": " + packed + " of " + unpacked);
            assertEquals(10, one.classes().size());
            assertEquals(47_040_016, one.unpackedBytes(ImageFile.TRAINING_IMAGES));
            assertEquals(10_008, one.unpackedBytes(ImageFile.TEST_LABELS));
        }
    }
}
