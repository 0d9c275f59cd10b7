package org.penumbra.archive;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/** Reads an {@link ArrayArchive}. Memory is taken for bytes that are there, not for bytes that are claimed. */
final class ArrayArchiveReader {

    private static final int MOST_HEADER = 1 << 24;
    /** Magic number, version, length and padded header of an NPY file of few sizes. */
    private static final int MOST_NPY_HEADER = 1 << 10;

    private static final int CHUNK = 1 << 16;
    private static final byte[] ZIP = {'P', 'K', 3, 4};

    private final ZipInputStream zip;
    private final String source;
    private final long most;

    /**
     * @param source what messages call it
     * @param most   bytes that all arrays may have
     */
    ArrayArchiveReader(InputStream stream, String source, long most) {
        zip = new ZipInputStream(stream);
        this.source = source;
        this.most = most;
    }

    /**
     * Reads a stream to its end to see that it is as it was written.
     *
     * @throws ModelException when it is not
     */
    static void requireSealed(InputStream stream, String source) throws IOException {
        BufferedInputStream whole = new BufferedInputStream(stream, CHUNK);
        whole.mark(ZIP.length);
        if (!Arrays.equals(ZIP, whole.readNBytes(ZIP.length))) {
            throw foreign(source);
        }
        whole.reset();
        if (!SealingStream.isSealed(whole)) {
            throw new ModelException(
                    ModelException.Kind.DAMAGED,
                    source + ": the file does not have the SHA-256 checksum at its end. It is damaged, was not copied "
                            + "completely, or is none of this program; copy or make it again");
        }
    }

    private static ModelException foreign(String source) {
        return new ModelException(
                ModelException.Kind.FOREIGN,
                source + ": expected a zip file that begins with " + ArrayArchive.CONTENT
                        + ", but it begins otherwise. It is no archive of this program, or its beginning is damaged");
    }

    ArrayArchive read(String kind) throws IOException {
        try {
            ArrayArchiveHeader header = header();
            if (!header.kind().equals(kind)) {
                throw new ModelException(
                        ModelException.Kind.HEADER,
                        source + ": expected a file of kind \"" + kind + "\", but it is \"" + header.kind() + "\"");
            }
            Map<String, NpyArray> arrays = new LinkedHashMap<>();
            long total = 0;
            for (Map.Entry<String, ArrayArchiveHeader.Entry> entry :
                    header.arrays().entrySet()) {
                total = Math.addExact(total, entry.getValue().bytes());
                if (total > most) {
                    throw damaged("it claims more than " + most + " bytes of arrays");
                }
                arrays.put(entry.getKey(), array(entry.getKey(), entry.getValue()));
            }
            if (zip.getNextEntry() != null) {
                throw damaged("there is more in it than it lists");
            }
            return new ArrayArchive(kind, header.content(), arrays);
        } catch (ZipException | EOFException | IllegalArgumentException | ArithmeticException e) {
            throw new ModelException(
                    ModelException.Kind.DAMAGED,
                    source + ": the file is damaged (" + e.getMessage() + "); make it again",
                    e);
        }
    }

    /** What the archive begins with. */
    ArrayArchiveHeader header() throws IOException {
        ZipEntry first = zip.getNextEntry();
        if (first == null || !first.getName().equals(ArrayArchive.CONTENT)) {
            throw foreign(source);
        }
        return ArrayArchiveHeader.parse(new String(bytes(MOST_HEADER), StandardCharsets.UTF_8));
    }

    private NpyArray array(String name, ArrayArchiveHeader.Entry expected) throws IOException {
        ZipEntry entry = zip.getNextEntry();
        if (entry == null || !entry.getName().equals(name + ".npy")) {
            throw damaged("the array \"" + name + "\" is not where it is listed");
        }
        byte[] npy = bytes(expected.bytes() + MOST_NPY_HEADER);
        if (!ArrayArchiveHeader.digest(npy).equals(expected.sha256())) {
            throw damaged("the checksum of \"" + name + "\" is wrong");
        }
        // The checksum is that of a file this program wrote, so what lies before the numbers need not be understood.
        int from = Math.toIntExact(npy.length - expected.bytes());
        if (from < 0) {
            throw damaged("the array \"" + name + "\" is too short");
        }
        return new NpyArray(expected.type(), expected.shape(), ByteBuffer.wrap(npy, from, npy.length - from));
    }

    /** The bytes of the present member, of which there may be so many. */
    private byte[] bytes(long most) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] chunk = new byte[CHUNK];
        for (int read = zip.read(chunk); read >= 0; read = zip.read(chunk)) {
            bytes.write(chunk, 0, read);
            if (bytes.size() > most) {
                throw damaged("a part of it is longer than it says");
            }
        }
        return bytes.toByteArray();
    }

    private ModelException damaged(String how) {
        return new ModelException(
                ModelException.Kind.DAMAGED, source + ": the file is damaged: " + how + "; make it again");
    }
}
