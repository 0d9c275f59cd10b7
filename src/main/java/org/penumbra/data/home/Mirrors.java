package org.penumbra.data.home;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.Properties;
import org.penumbra.data.DataException;
import org.penumbra.data.image.ImageFile;
import org.penumbra.data.image.KnownImages;

/**
 * Where the files of a data set can be downloaded from.
 *
 * @param folders addresses below which the four packed files lie, tried in turn; http or https
 */
public record Mirrors(List<URI> folders) {

    private static final String RESOURCE = "mirrors.properties";

    /** @throws DataException when an address is not one of http or https, or there is none */
    public Mirrors {
        folders = List.copyOf(folders);
        folders.forEach(Mirrors::requireHttp);
        if (folders.isEmpty()) {
            throw new DataException(
                    "expected at least one mirror to download from, but there is none",
                    "; name one with --mirror",
                    (Throwable) null);
        }
    }

    /** The mirrors the program was shipped with; they stand in the resource {@code mirrors.properties}. */
    public static Mirrors shipped(KnownImages known) {
        String words = property(known.name());
        return new Mirrors(
                words.isEmpty()
                        ? List.of()
                        : Arrays.stream(words.split("\\s+")).map(URI::create).toList());
    }

    /** How many bytes a download of the shipped mirrors brings; empty for a data set they do not have. */
    public static OptionalLong bytes(KnownImages known) {
        String words = property(known.name() + ".bytes");
        return words.isEmpty() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(words));
    }

    /** What the resource says under a key, or nothing. */
    private static String property(String key) {
        Properties properties = new Properties();
        try (InputStream in = Mirrors.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException(RESOURCE + " is missing from the program: build it again");
            }
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(RESOURCE + " cannot be read", e);
        }
        return properties.getProperty(key, "").strip();
    }

    /** The address of a packed file in one of the folders. */
    static URI address(URI folder, ImageFile file) {
        String text = folder.toString();
        return URI.create(text + (text.endsWith("/") ? "" : "/") + file.standardName() + ".gz");
    }

    private static void requireHttp(URI address) {
        boolean http = "http".equalsIgnoreCase(address.getScheme()) || "https".equalsIgnoreCase(address.getScheme());
        if (!http || address.getHost() == null || address.getQuery() != null || address.getFragment() != null) {
            throw new DataException("mirror " + address + ": expected an address like https://example.org/folder/");
        }
    }
}
