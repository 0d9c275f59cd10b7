package org.penumbra.kit;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Reads NPZ files by the letter of the format, sharing nothing with what writes them. */
public final class NpzFile {

    private static final Pattern HEADER = Pattern.compile(
            "\\{'descr': '(<[fiU]\\d+)', 'fortran_order': False, 'shape': \\(((?:\\d+,(?: \\d+,)*)?)\\), \\} *\\n");

    private final Map<String, NpyArray> arrays = new LinkedHashMap<>();

    /** One array: its type as NumPy writes it, its sizes, and its bytes, little-endian in C order. */
    public record NpyArray(String type, List<Integer> shape, ByteBuffer bytes) {

        /** Its numbers, of a type that must be '&lt;f4'. */
        public float[] floats() {
            expect("<f4");
            float[] values = new float[bytes.remaining() / 4];
            bytes.duplicate().order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
            return values;
        }

        /** Its numbers, of a type that must be '&lt;i4'. */
        public int[] integers() {
            expect("<i4");
            int[] values = new int[bytes.remaining() / 4];
            bytes.duplicate().order(ByteOrder.LITTLE_ENDIAN).asIntBuffer().get(values);
            return values;
        }

        /** Its texts, without the zeros behind them. */
        public List<String> texts() {
            int width = Integer.parseInt(type.substring(2));
            expect("<U" + width);
            byte[] all = new byte[bytes.remaining()];
            bytes.duplicate().get(all);
            List<String> texts = new ArrayList<>();
            for (int from = 0; from < all.length; from += 4 * width) {
                String text = new String(all, from, 4 * width, Charset.forName("UTF-32LE"));
                texts.add(text.replaceAll("\0+$", ""));
            }
            return texts;
        }

        private void expect(String wanted) {
            if (!type.equals(wanted)) {
                throw new AssertionError("expected an array of " + wanted + ", but it is of " + type);
            }
        }
    }

    /** Reads a whole file. */
    public NpzFile(Path file) throws IOException {
        this(Files.readAllBytes(file));
    }

    /** Reads the bytes of a file. */
    public NpzFile(byte[] file) throws IOException {
        try (InputStream stream = new ByteArrayInputStream(file);
                ZipInputStream zip = new ZipInputStream(stream)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (!entry.getName().endsWith(".npy")) {
                    throw new AssertionError("no array: " + entry.getName());
                }
                String name = entry.getName().substring(0, entry.getName().length() - 4);
                if (arrays.put(name, array(name, zip.readAllBytes())) != null) {
                    throw new AssertionError("twice: " + name);
                }
            }
        }
    }

    private static NpyArray array(String name, byte[] bytes) {
        byte[] magic = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0};
        if (!Arrays.equals(magic, Arrays.copyOf(bytes, 8))) {
            throw new AssertionError(name + " is no NPY file of version 1.0");
        }
        int start = 10 + (bytes[8] & 0xFF) + 256 * (bytes[9] & 0xFF);
        if (start % 64 != 0) {
            throw new AssertionError(name + ": data begin at byte " + start + ", no multiple of 64");
        }
        Matcher header = HEADER.matcher(new String(bytes, 10, start - 10, StandardCharsets.US_ASCII));
        if (!header.matches()) {
            throw new AssertionError(
                    name + ": odd header " + new String(bytes, 10, start - 10, StandardCharsets.US_ASCII));
        }
        List<Integer> shape = new ArrayList<>();
        for (Matcher size = Pattern.compile("\\d+").matcher(header.group(2)); size.find(); ) {
            shape.add(Integer.parseInt(size.group()));
        }
        String type = header.group(1);
        int width =
                type.charAt(1) == 'U' ? 4 * Integer.parseInt(type.substring(2)) : Integer.parseInt(type.substring(2));
        int expected = width * shape.stream().reduce(1, Math::multiplyExact);
        if (bytes.length - start != expected) {
            throw new AssertionError(
                    name + ": expected " + expected + " bytes of data, but found " + (bytes.length - start));
        }
        return new NpyArray(type, shape, ByteBuffer.wrap(bytes, start, expected).slice());
    }

    /** The names of all arrays, in the order of the file. */
    public List<String> names() {
        return List.copyOf(arrays.keySet());
    }

    /** One of them. */
    public NpyArray get(String name) {
        NpyArray array = arrays.get(name);
        if (array == null) {
            throw new AssertionError("no array " + name + " among " + arrays.keySet());
        }
        return array;
    }
}
