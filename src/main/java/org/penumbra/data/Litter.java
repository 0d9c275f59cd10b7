package org.penumbra.data;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a program that was killed while it wrote has left: files named "NAME.UUID.tmp", as {@link UnfinishedFile} names them.
 * One that nothing was written to for an hour belongs to nobody any more.
 */
public final class Litter {

    static final String ENDING = ".tmp";

    private static final Pattern NAME =
            Pattern.compile("(.+)\\.[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}\\.tmp");
    private static final Duration ABANDONED = Duration.ofHours(1);
    private static final Logger LOG = LoggerFactory.getLogger(Litter.class);

    private Litter() {}

    /**
     * Removes what is left in a folder of files of some names. What cannot be removed is told to the log and stays, as it is
     * in nobody's way.
     *
     * @param of whether litter of a file of this name is to go
     */
    public static void sweep(Path folder, Predicate<String> of) {
        if (!Files.isReadable(folder)) {
            return;
        }
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, "*" + ENDING)) {
            for (Path path : found) {
                Matcher name = NAME.matcher(path.getFileName().toString());
                if (name.matches() && of.test(name.group(1))) {
                    removeIfAbandoned(path);
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            LOG.warn("{}: what killed programs have left there cannot be looked for ({})", folder, Reasons.of(e));
        }
    }

    private static void removeIfAbandoned(Path path) {
        try {
            BasicFileAttributes attributes =
                    Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            Instant written = attributes.lastModifiedTime().toInstant();
            if (attributes.isRegularFile() && written.isBefore(Instant.now().minus(ABANDONED))) {
                Files.deleteIfExists(path);
            }
        } catch (NoSuchFileException removedMeanwhile) {
            LOG.debug("{} has been removed by another program", path);
        } catch (IOException e) {
            LOG.warn("{} is left of a killed program and cannot be removed ({})", path, Reasons.of(e));
        }
    }
}
