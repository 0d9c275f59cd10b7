package org.penumbra.data.home;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipException;
import org.penumbra.data.Md5;
import org.penumbra.data.RegularFile;
import org.penumbra.data.Sha256;
import org.penumbra.data.image.Gunzip;
import org.penumbra.data.image.KnownFile;

/** What a file that was downloaded, as a whole or in part, turns out to be. */
enum Content {

    /** The published file, packed. */
    RIGHT_PACKED,
    /** The published file, not packed. */
    RIGHT_PLAIN,
    /** Right as far as can be seen, but not all of it: worth going on. */
    SHORT,
    /** Something else. */
    WRONG;

    boolean isRight() {
        return this == RIGHT_PACKED || this == RIGHT_PLAIN;
    }

    /** Unpacks a file without keeping anything and compares its length and its two sums. A missing file is short. */
    static Content of(Path path, KnownFile known) throws IOException {
        if (!Files.exists(path)) {
            return SHORT;
        }
        try (BufferedInputStream in = new BufferedInputStream(RegularFile.open(path), 1 << 16)) {
            in.mark(2);
            int first = in.read();
            int second = in.read();
            in.reset();
            if (first < 0) {
                return SHORT;
            }
            boolean packed = first == Gunzip.FIRST_BYTE && (second < 0 || second == Gunzip.SECOND_BYTE);
            return packed ? packed(in, known) : plain(in, first, known);
        }
    }

    private static Content packed(InputStream in, KnownFile known) throws IOException {
        try (Gunzip unpacked = new Gunzip(in)) {
            return digest(unpacked, known) == 0 ? RIGHT_PACKED : WRONG;
        } catch (EOFException ended) {
            return SHORT;
        } catch (ZipException damaged) {
            return WRONG;
        }
    }

    /** An IDX file begins with a zero; a page that says "sorry" does not. */
    private static Content plain(InputStream in, int first, KnownFile known) throws IOException {
        if (first != 0) {
            return WRONG;
        }
        int compared = digest(in, known);
        return compared == 0 ? RIGHT_PLAIN : compared < 0 ? SHORT : WRONG;
    }

    /** Below 0 when it is shorter than published, 0 when it is the same, above 0 when it is something else. */
    private static int digest(InputStream in, KnownFile known) throws IOException {
        long left = known.bytes();
        Md5 md5 = new Md5();
        Sha256 sha256 = new Sha256();
        byte[] buffer = new byte[1 << 16];
        int count;
        while ((count = in.read(buffer)) >= 0) {
            left -= count;
            if (left < 0) {
                return 1;
            }
            md5.update(buffer, 0, count);
            sha256.update(buffer, 0, count);
        }
        if (left > 0) {
            return -1;
        }
        return md5.hex().equals(known.md5()) && sha256.hex().equals(known.sha256()) ? 0 : 1;
    }
}
