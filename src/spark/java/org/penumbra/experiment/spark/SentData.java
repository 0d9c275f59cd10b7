package org.penumbra.experiment.spark;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.spark.SparkContext;
import org.penumbra.data.Reasons;
import org.penumbra.data.RegularFile;
import org.penumbra.data.WholeFile;
import org.penumbra.data.home.DataHome;
import org.penumbra.data.image.ImageFolder;
import org.penumbra.data.image.KnownImages;
import org.penumbra.experiment.ExperimentException;
import org.penumbra.experiment.Needs;

/**
 * The data sets of an experiment as archives, which Spark sends to every machine and unpacks there into folders named like the
 * sets. Two sets have files of the same names, which Spark would not send side by side.
 */
final class SentData implements AutoCloseable {

    private final Path folder;
    private final List<Path> archives = new ArrayList<>();

    private SentData(Path folder) {
        this.folder = folder;
    }

    /**
     * Packs the data that are needed.
     *
     * @throws org.penumbra.data.DataException when a set is nowhere
     * @throws ExperimentException             when there is no room for the archives
     */
    static SentData pack(Needs needs, DataHome home) {
        try {
            SentData data = new SentData(Files.createTempDirectory("penumbra-spark-"));
            for (String name : needs.data()) {
                KnownImages known = KnownImages.named(name);
                Path archive = data.folder.resolve(known.name() + ".zip");
                data.archives.add(archive);
                // Says where it was looked for when it is nowhere.
                ImageFolder found = home.find(known).orElseGet(() -> {
                    home.load(known);
                    throw new IllegalStateException(known.name() + " was read and not found");
                });
                WholeFile.write(archive, stream -> zip(found, new ZipOutputStream(stream)));
            }
            return data;
        } catch (IOException e) {
            throw new ExperimentException(
                    "the data cannot be packed for the other machines (" + Reasons.of(e)
                            + "); make room in the folder for temporary files, " + System.getProperty("java.io.tmpdir"),
                    e);
        }
    }

    private static void zip(ImageFolder folder, ZipOutputStream zip) throws IOException {
        zip.setLevel(Deflater.BEST_SPEED);
        for (Path file : folder.files().values().stream().sorted().toList()) {
            zip.putNextEntry(new ZipEntry(file.getFileName().toString()));
            try (InputStream in = RegularFile.open(file)) {
                in.transferTo(zip);
            }
            zip.closeEntry();
        }
        zip.finish();
        zip.flush();
    }

    /** Hands them to Spark. */
    void send(SparkContext spark) {
        for (Path archive : archives) {
            String name = archive.getFileName().toString().replace(".zip", "");
            spark.addArchive(archive.toUri() + "#" + name);
        }
    }

    @Override
    public void close() {
        try {
            for (Path archive : archives) {
                Files.deleteIfExists(archive);
            }
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            throw new ExperimentException(
                    "temporary files cannot be removed (" + Reasons.of(e) + "); remove " + folder + " by hand", e);
        }
    }
}
