package org.penumbra.archive;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes arrays as NumPy keeps them: an NPZ file, which is a zip file with one NPY file (format 1.0) an array.
 * {@code numpy.load(file)} reads it without pickles. The same arrays make the same bytes, whenever they are written.
 *
 * <p>Source: "numpy.lib.format", the NEP 1 of NumPy's documentation.
 */
public final class NpzWriter implements AutoCloseable {

    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0};
    /** Magic number, version and the header's length take ten bytes; data start at a multiple of this. */
    private static final int ALIGNMENT = 64;

    private static final int LENGTH_BYTES = 2;
    private static final int BUFFER = 1 << 14;
    /** The first day a zip file can tell, which is also the one NumPy writes. */
    private static final LocalDateTime NO_DATE = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final ZipOutputStream zip;
    private final OutputStream out;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER).order(ByteOrder.LITTLE_ENDIAN);
    private final Set<String> names = new HashSet<>();

    /** @param stream receives the file; closed with this writer */
    public NpzWriter(OutputStream stream) {
        zip = new ZipOutputStream(stream);
        zip.setLevel(Deflater.BEST_SPEED);
        out = zip;
    }

    private NpzWriter(ZipOutputStream zip, OutputStream out) {
        this.zip = zip;
        this.out = out;
    }

    /** Writes NPY files one after the other, without a zip around them. */
    static NpzWriter plain(OutputStream stream) {
        return new NpzWriter(null, stream);
    }

    /** Adds a member that is no array, in UTF-8; NumPy finds it under its whole name. */
    void member(String name, String text) throws IOException {
        open(name);
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private void open(String name) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(NO_DATE);
        zip.putNextEntry(entry);
    }

    /**
     * Ends the file and leaves the stream open.
     *
     * @param comment the last bytes of the file
     */
    void finish(String comment) throws IOException {
        zip.setComment(comment);
        zip.finish();
    }

    /**
     * Adds an array of float32 ('&lt;f4').
     *
     * @param name  what {@code numpy.load(file)[name]} finds it under; may hold slashes, no other array has it
     * @param shape its sizes, in C order; their product is the number of values. None for a single number
     */
    public void floats(String name, float[] values, int... shape) throws IOException {
        require(name, size(name, shape), values.length);
        write(name, values, 0, shape);
    }

    /**
     * Adds a part of an array as one of float32.
     *
     * @param from  index of its first number
     * @param shape its sizes, which tell how many numbers there are
     */
    public void part(String name, float[] values, int from, List<Integer> shape) throws IOException {
        int[] sizes = shape.stream().mapToInt(Integer::intValue).toArray();
        Objects.checkFromIndexSize(from, size(name, sizes), values.length);
        write(name, values, from, sizes);
    }

    private void write(String name, float[] values, int from, int... shape) throws IOException {
        begin(name, "<f4", shape);
        int count = size(name, shape);
        for (int i = from; i < from + count; i++) {
            room(Float.BYTES).putFloat(values[i]);
        }
        end();
    }

    /** Adds an array as it is. */
    void array(String name, NpyArray array) throws IOException {
        begin(
                name,
                array.type().numpy(),
                array.shape().stream().mapToInt(Integer::intValue).toArray());
        flush();
        byte[] bytes = new byte[array.bytes().remaining()];
        array.bytes().duplicate().get(bytes);
        out.write(bytes);
        end();
    }

    /** Adds an array of int32 ('&lt;i4'). */
    public void integers(String name, int[] values, int... shape) throws IOException {
        require(name, size(name, shape), values.length);
        begin(name, "<i4", shape);
        for (int value : values) {
            room(Integer.BYTES).putInt(value);
        }
        end();
    }

    /** Adds a single text, an array of no dimensions. */
    public void text(String name, String text) throws IOException {
        texts(name, List.of(text), new int[0]);
    }

    /** Adds a list of texts ('&lt;U' and the length of the longest). */
    public void texts(String name, List<String> texts) throws IOException {
        texts(name, texts, texts.size());
    }

    private void texts(String name, List<String> texts, int... shape) throws IOException {
        // NumPy knows no texts of length 0.
        int longest = Math.max(
                1,
                texts.stream()
                        .mapToInt(text -> text.codePointCount(0, text.length()))
                        .max()
                        .orElse(0));
        begin(name, "<U" + longest, shape);
        for (String text : texts) {
            int[] points = text.codePoints().toArray();
            for (int i = 0; i < longest; i++) {
                room(Integer.BYTES).putInt(i < points.length ? points[i] : 0);
            }
        }
        end();
    }

    private void begin(String name, String type, int... shape) throws IOException {
        if (!names.add(name)) {
            throw new IllegalArgumentException(name + ": there is an array of that name already");
        }
        if (zip != null) {
            open(name + ".npy");
        }
        StringBuilder sizes = new StringBuilder();
        for (int size : shape) {
            sizes.append(size).append(", ");
        }
        String text = "{'descr': '" + type + "', 'fortran_order': False, 'shape': ("
                + sizes.toString().stripTrailing() + "), }";
        int unpadded = MAGIC.length + LENGTH_BYTES + text.length() + 1;
        String header = text + " ".repeat((ALIGNMENT - unpadded % ALIGNMENT) % ALIGNMENT) + "\n";
        out.write(MAGIC);
        room(LENGTH_BYTES).putShort((short) header.length());
        flush();
        out.write(header.getBytes(StandardCharsets.US_ASCII));
    }

    private void end() throws IOException {
        flush();
        if (zip != null) {
            zip.closeEntry();
        }
    }

    /** The buffer, with so many bytes free. */
    private ByteBuffer room(int bytes) throws IOException {
        if (buffer.remaining() < bytes) {
            flush();
        }
        return buffer;
    }

    private void flush() throws IOException {
        out.write(buffer.array(), 0, buffer.position());
        buffer.clear();
    }

    private static int size(String name, int... shape) {
        int size = 1;
        for (int length : shape) {
            if (length < 0) {
                throw new IllegalArgumentException(name + ": expected sizes of at least 0, but got " + length);
            }
            size = Math.multiplyExact(size, length);
        }
        return size;
    }

    private static void require(String name, int expected, int actual) {
        if (expected != actual) {
            throw new IllegalArgumentException(
                    name + ": its shape asks for " + expected + " values, but got " + actual);
        }
    }

    /** Ends the file and closes the stream. */
    @Override
    public void close() throws IOException {
        out.close();
    }
}
