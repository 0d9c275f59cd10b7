package org.penumbra.experiment.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.penumbra.data.Reasons;
import org.penumbra.data.RegularFile;
import org.penumbra.data.Sha256;
import org.penumbra.data.home.DataHome;
import org.penumbra.data.image.KnownImages;
import org.penumbra.experiment.ExperimentException;

/** Checksums of folders of images that somebody named: their content may change between two runs, and a name does not tell. */
final class FolderSums {

    private FolderSums() {}

    /**
     * The SHA-256 of the names and bytes of all files in each folder, and in those below it.
     *
     * @param named folders, and names of sets, which are left out
     * @throws ExperimentException when a file cannot be read
     */
    static Map<String, String> of(Collection<String> named) {
        Map<String, String> sums = new TreeMap<>();
        for (String name : named) {
            boolean known =
                    KnownImages.all().stream().anyMatch(set -> set.name().equals(name));
            if (!known && DataHome.isFolder(name) && Files.isDirectory(Path.of(name))) {
                sums.put(name, sum(Path.of(name)));
            }
        }
        return sums;
    }

    private static String sum(Path folder) {
        Sha256 sum = new Sha256();
        for (Path file : files(folder)) {
            byte[] name =
                    (folder.relativize(file).toString().replace('\\', '/') + '\n').getBytes(StandardCharsets.UTF_8);
            sum.update(name, 0, name.length);
            add(file, sum);
        }
        return sum.hex();
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw unreadable(folder, e);
        } catch (UncheckedIOException e) {
            throw unreadable(folder, e.getCause());
        }
    }

    private static void add(Path file, Sha256 sum) {
        byte[] buffer = new byte[1 << 16];
        try (InputStream stream = RegularFile.open(file)) {
            for (int read = stream.read(buffer); read >= 0; read = stream.read(buffer)) {
                sum.update(buffer, 0, read);
            }
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static ExperimentException unreadable(Path file, IOException e) {
        return new ExperimentException(
                file + ": cannot be read (" + Reasons.of(e) + "); allow it, or name another folder of unknown images",
                e);
    }
}
