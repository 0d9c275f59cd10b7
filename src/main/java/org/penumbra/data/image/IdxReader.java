package org.penumbra.data.image;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipException;
import org.penumbra.data.DataException;
import org.penumbra.data.Md5;
import org.penumbra.data.Sha256;

/** One pass over one IDX file. Offsets in its messages count unpacked bytes unless they say otherwise. */
final class IdxReader implements Closeable {

    private static final int IMAGES = 0x0000_0803;
    private static final int LABELS = 0x0000_0801;
    private static final int BYTES = 8;
    /** Signed bytes, and whole and broken numbers of 16 to 64 bits. */
    private static final Set<Integer> OTHER_NUMBERS = Set.of(0x09, 0x0B, 0x0C, 0x0D, 0x0E);

    private static final int NUMBER = 4;
    /** Deflate spends at least a bit on every 129 bytes or so. */
    private static final long MOST_PACKED = 1040;

    private static final int FIRST_CHUNK = 1 << 16;
    private static final String AGAIN = "; fetch or copy it again";

    private final String name;
    private final InputStream in;
    private final long length;
    private final boolean packed;
    private final Md5 md5 = new Md5();
    private final Sha256 sha256 = new Sha256();
    private long position;

    /**
     * @param name   of the file, for messages
     * @param in     its bytes, plain or packed; closed with this
     * @param length how many bytes that is
     */
    IdxReader(String name, InputStream in, long length) throws IOException {
        this.name = name;
        this.length = length;
        BufferedInputStream buffered = new BufferedInputStream(in, FIRST_CHUNK);
        buffered.mark(2);
        packed = buffered.read() == Gunzip.FIRST_BYTE && buffered.read() == Gunzip.SECOND_BYTE;
        buffered.reset();
        this.in = packed ? opened(buffered) : buffered;
    }

    /** Reads the whole file as images. */
    IdxImages images() throws IOException {
        magic(IMAGES, "images");
        int count = number("images", IdxFile.MOST_IMAGES);
        int rows = number("rows of pixels", IdxFile.MOST_SIDE);
        int columns = number("columns of pixels", IdxFile.MOST_SIDE);
        long bytes = (long) count * rows * columns;
        if (bytes > IdxFile.MOST_BYTES) {
            throw wrong(
                    NUMBER,
                    "expected at most " + IdxFile.MOST_BYTES + " pixels in all, but found " + count + " images of "
                            + rows + " x " + columns + "; use fewer or smaller images");
        }
        byte[] pixels = rest((int) bytes, count + " images of " + rows + " x " + columns + " pixels");
        return new IdxImages(count, rows, columns, pixels, md5.hex(), sha256.hex());
    }

    /** Reads the whole file as labels below the number of classes. */
    IdxLabels labels(int classes) throws IOException {
        magic(LABELS, "labels");
        int count = number("labels", IdxFile.MOST_IMAGES);
        long first = position;
        byte[] labels = rest(count, count + " labels");
        for (int i = 0; i < count; i++) {
            if ((labels[i] & 0xFF) >= classes) {
                throw wrong(
                        first + i,
                        "expected a label from 0 to " + (classes - 1) + ", but found " + (labels[i] & 0xFF)
                                + "; is this the right file?");
            }
        }
        return new IdxLabels(labels, md5.hex(), sha256.hex());
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private void magic(int expected, String what) throws IOException {
        int found = nextNumber();
        if (found != expected) {
            throw wrong(
                    0,
                    String.format(
                            Locale.ROOT,
                            "expected the magic number 0x%08x of IDX %s, but found 0x%08x%s; "
                                    + "is this the right file?",
                            expected,
                            what,
                            found,
                            kind(found)));
        }
    }

    /** What a magic number says of a file, behind the number. */
    private static String kind(int magic) {
        if (magic == IMAGES) {
            return ", which is that of images";
        }
        if (magic == LABELS) {
            return ", which is that of labels";
        }
        int type = magic >>> Byte.SIZE;
        if (type == BYTES) {
            return ", which is that of bytes in " + (magic & 0xFF) + " dimensions";
        }
        return OTHER_NUMBERS.contains(type) ? ", which is that of numbers other than unsigned bytes" : "";
    }

    private int number(String what, int most) throws IOException {
        long at = position;
        long found = nextNumber() & 0xFFFF_FFFFL;
        if (found < 1 || found > most) {
            throw wrong(at, "expected 1 to " + most + " " + what + ", but found " + found + AGAIN);
        }
        return (int) found;
    }

    private int nextNumber() throws IOException {
        byte[] bytes = new byte[NUMBER];
        int count = readFully(bytes, 0, NUMBER);
        if (count < NUMBER) {
            throw wrong(position, "expected the header of an IDX file, but the file ends here" + AGAIN);
        }
        return bytes[0] << 24 | (bytes[1] & 0xFF) << 16 | (bytes[2] & 0xFF) << 8 | bytes[3] & 0xFF;
    }

    /** The bytes behind the header, after which the file must end. */
    private byte[] rest(int bytes, String promised) throws IOException {
        long header = position;
        if (!packed && length != header + bytes) {
            throw wrong(
                    Math.min(length, header + bytes),
                    "expected " + (header + bytes) + " bytes, as the header promises " + promised
                            + ", but the file has " + length + AGAIN);
        }
        if (packed && bytes / MOST_PACKED > length) {
            throw wrong(
                    NUMBER,
                    "the header promises " + promised + ", which cannot be in a packed file of " + length + " bytes"
                            + AGAIN);
        }
        byte[] body = body(bytes);
        if (body.length < bytes) {
            throw wrong(
                    position,
                    "expected " + (header + bytes) + " bytes, as the header promises " + promised
                            + ", but the data end here" + AGAIN);
        }
        if (readFully(new byte[1], 0, 1) != 0) {
            throw wrong(
                    position - 1,
                    "expected the end of the file, as the header promises " + promised + ", but there is more" + AGAIN);
        }
        return body;
    }

    /** As many bytes as there are, up to the number wanted; the memory grows with what has really come. */
    private byte[] body(int wanted) throws IOException {
        byte[] bytes = new byte[packed ? Math.min(wanted, FIRST_CHUNK) : wanted];
        int have = 0;
        while (true) {
            have += readFully(bytes, have, bytes.length - have);
            if (have < bytes.length || have == wanted) {
                return have == bytes.length ? bytes : Arrays.copyOf(bytes, have);
            }
            bytes = Arrays.copyOf(bytes, (int) Math.min(wanted, 2L * bytes.length));
        }
    }

    private int readFully(byte[] target, int at, int wanted) throws IOException {
        try {
            int count = in.readNBytes(target, at, wanted);
            md5.update(target, at, count);
            sha256.update(target, at, count);
            position += count;
            return count;
        } catch (EOFException | ZipException e) {
            throw damaged(e);
        }
    }

    private InputStream opened(InputStream buffered) throws IOException {
        try {
            return new Gunzip(buffered);
        } catch (EOFException | ZipException e) {
            throw damaged(e);
        }
    }

    private DataException damaged(IOException e) {
        return new DataException(name + ": " + e.getMessage() + AGAIN, e);
    }

    private DataException wrong(long at, String what) {
        return new DataException(name + ": at byte " + at + (packed ? " of the unpacked data: " : ": ") + what);
    }
}
