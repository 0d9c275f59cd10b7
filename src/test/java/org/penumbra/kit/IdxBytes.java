package org.penumbra.kit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.SplittableRandom;
import java.util.zip.GZIPOutputStream;
import org.penumbra.data.Md5;
import org.penumbra.data.Sha256;
import org.penumbra.data.image.ImageSet;

/** Small IDX files made for tests. */
public final class IdxBytes {

    private IdxBytes() {}

    /** Images of pixels that compress about as well as drawn digits. */
    public static byte[] images(int count, int rows, int columns, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        ByteBuffer bytes = ByteBuffer.allocate(16 + count * rows * columns);
        bytes.putInt(0x803).putInt(count).putInt(rows).putInt(columns);
        while (bytes.hasRemaining()) {
            bytes.put((byte) (random.nextInt(4) == 0 ? random.nextInt(256) : 0));
        }
        return bytes.array();
    }

    /** Labels from 0 to 9. */
    public static byte[] labels(int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        ByteBuffer bytes = ByteBuffer.allocate(8 + count);
        bytes.putInt(0x801).putInt(count);
        while (bytes.hasRemaining()) {
            bytes.put((byte) random.nextInt(10));
        }
        return bytes.array();
    }

    /** Images as they are, with a byte a pixel. */
    public static byte[] images(ImageSet set, int rows, int columns) {
        ByteBuffer bytes = ByteBuffer.allocate(16 + set.count() * rows * columns);
        bytes.putInt(0x803).putInt(set.count()).putInt(rows).putInt(columns);
        for (int i = 0; i < set.count(); i++) {
            for (float pixel : set.image(i)) {
                bytes.put((byte) Math.round(255 * pixel));
            }
        }
        return bytes.array();
    }

    /** Their labels. */
    public static byte[] labels(ImageSet set) {
        ByteBuffer bytes = ByteBuffer.allocate(8 + set.count());
        bytes.putInt(0x801).putInt(set.count());
        for (int i = 0; i < set.count(); i++) {
            bytes.put((byte) set.label(i));
        }
        return bytes.array();
    }

    public static byte[] packed(byte[] bytes) {
        ByteArrayOutputStream target = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(target)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return target.toByteArray();
    }

    public static String md5(byte[] bytes) {
        Md5 md5 = new Md5();
        md5.update(bytes, 0, bytes.length);
        return md5.hex();
    }

    public static String sha256(byte[] bytes) {
        Sha256 sha256 = new Sha256();
        sha256.update(bytes, 0, bytes.length);
        return sha256.hex();
    }
}
