package org.penumbra.data.ink;

import com.drew.imaging.tiff.TiffProcessingException;
import com.drew.imaging.tiff.TiffReader;
import com.drew.lang.ByteArrayReader;
import com.drew.lang.RandomAccessReader;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifTiffHandler;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What an EXIF block notes of the picture it belongs to: its first directory. A TIFF file begins with such a block. */
final class ExifBlock {

    private static final Logger LOG = LoggerFactory.getLogger(ExifBlock.class);

    private ExifBlock() {}

    /**
     * One number of the first directory; empty where it has none, or where the block cannot be read. A damaged note is no
     * reason to refuse a picture, so it goes to the log only.
     *
     * @param block from its header on, which tells the order of bytes
     * @param name  of the picture, for the log
     */
    static Optional<Integer> number(byte[] block, int tag, String name) {
        Metadata metadata = new Metadata();
        FirstDirectory first = new FirstDirectory(metadata);
        try {
            new TiffReader().processTiff(new ByteArrayReader(block), first, 0);
        } catch (TiffProcessingException | IOException | RuntimeException broken) {
            LOG.debug("{}: its EXIF cannot be read", name, broken);
        }
        return Optional.ofNullable(metadata.getFirstDirectoryOfType(ExifIFD0Directory.class))
                .filter(directory -> !first.guessed)
                .map(directory -> directory.getInteger(tag));
    }

    /** Reads what is said of the picture itself, and none of all the directories that may follow. */
    private static final class FirstDirectory extends ExifTiffHandler {

        /** Whether the directory was looked for where the block does not say it is. */
        private boolean guessed;

        FirstDirectory(Metadata metadata) {
            super(metadata, null, 0);
        }

        @Override
        public void warn(String message) {
            guessed = true;
        }

        @Override
        public boolean tryEnterSubIfd(int tag) {
            return false;
        }

        @Override
        public boolean hasFollowerIfd() {
            return false;
        }

        @Override
        public boolean customProcessTag(
                int offset, Set<Integer> processed, int start, RandomAccessReader reader, int tag, int bytes) {
            return false;
        }
    }
}
