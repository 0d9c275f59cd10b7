package org.penumbra.data.image;

import java.nio.file.Path;
import org.penumbra.data.DataException;

/**
 * One file of a data set the program knows.
 *
 * @param known the data set
 * @param file  which of its four
 */
public record KnownFile(KnownImages known, ImageFile file) {

    /** The published MD5 sum of the unpacked bytes, in hexadecimal. */
    public String md5() {
        return known.md5().get(file);
    }

    /** How long the file is when unpacked, in bytes. */
    public long bytes() {
        return known.unpackedBytes(file);
    }

    /** More bytes than it can have packed: deflate adds less than a thousandth to what it cannot shrink. */
    public long mostPackedBytes() {
        return bytes() + bytes() / 100 + 4096;
    }

    /**
     * Reads the file and holds it to what was published.
     *
     * @throws DataException saying what is wrong
     */
    public void check(Path path) {
        requireSum(
                path,
                file.holdsImages()
                        ? IdxFile.images(path).md5()
                        : IdxFile.labels(path, known.classes().size()).md5());
    }

    /** Refuses an MD5 sum of unpacked bytes that is not the published one. */
    void requireSum(Path path, String found) {
        String expected = md5();
        if (!expected.equals(found)) {
            throw new DataException(path + ": expected the MD5 sum " + expected + " of " + known.title() + "'s "
                    + file.standardName() + ", but the unpacked bytes have " + found + owner(found)
                    + "; fetch it with \"penumbra data fetch "
                    + known.name() + "\", or name the folder itself to use other data");
        }
    }

    private static String owner(String sum) {
        for (KnownImages one : KnownImages.all()) {
            for (ImageFile file : ImageFile.values()) {
                if (one.md5().get(file).equals(sum)) {
                    return ", which is " + one.title() + "'s " + file.standardName();
                }
            }
        }
        return "";
    }
}
