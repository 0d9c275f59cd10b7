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

    /** The SHA-256 sum of the same bytes, in hexadecimal. */
    public String sha256() {
        return known.sha256().get(file);
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
        if (file.holdsImages()) {
            IdxImages images = IdxFile.images(path);
            requireSums(path, images.md5(), images.sha256());
        } else {
            IdxLabels labels = IdxFile.labels(path, known.classes().size());
            requireSums(path, labels.md5(), labels.sha256());
        }
    }

    /** Refuses sums of unpacked bytes of which one is not the published one. */
    void requireSums(Path path, String md5, String sha256) {
        requireSum(path, "MD5", md5(), md5);
        requireSum(path, "SHA-256", sha256(), sha256);
    }

    private void requireSum(Path path, String kind, String expected, String found) {
        if (!expected.equals(found)) {
            throw new DataException(
                    path + ": expected the " + kind + " sum " + expected + " of " + known.title() + "'s "
                            + file.standardName() + ", but the unpacked bytes have " + found + owner(found),
                    "; fetch it with \"penumbra data fetch " + known.name()
                            + "\", or name the folder itself to use other data",
                    (Throwable) null);
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
