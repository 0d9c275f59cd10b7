package org.penumbra.archive.guest;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UTFDataFormatException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Set;
import org.penumbra.data.OutsideText;
import org.penumbra.data.Sha256;
import org.penumbra.net.guest.GuestConfiguration;
import org.penumbra.net.guest.GuestException;
import org.penumbra.net.guest.GuestException.Kind;

/**
 * The member {@code coefficients.bin} of a network of DL4J: one vector in the form in which {@code Nd4j.write} leaves arrays.
 * That is two buffers, each a word for how it was allocated, its length in 64 bits, a word for its type, and its numbers with
 * the highest byte first. The first buffer describes the shape: rank, sizes, strides, and three numbers more, the last of them
 * the letter of the order; the second holds the parameters.
 */
final class Coefficients {

    private static final String MEMBER = "coefficients.bin";
    /** How an array whose lengths have 64 bits may have been allocated; in files of older versions they have 32. */
    private static final Set<String> ALLOCATIONS = Set.of("LONG_SHAPE", "MIXED_DATA_TYPES");

    private static final int MOST_RANK = 4;
    /** Numbers read at once. */
    private static final int CHUNK = 1 << 14;

    private final DataInputStream in;
    private final long size;
    private final String source;
    private String sha256 = "";

    /**
     * @param stream the member, unpacked; whoever opened it closes it
     * @param size   bytes that it claims to have
     * @param source what messages call the file
     */
    Coefficients(InputStream stream, long size, String source) {
        in = new DataInputStream(stream);
        this.size = size;
        this.source = source;
    }

    /**
     * The parameters.
     *
     * @throws GuestException when they are not as many as the layers need, or not all of them finite numbers
     */
    float[] read(GuestConfiguration configuration) throws IOException {
        try {
            Header shape = header();
            long described = shape(shape);
            Header header = header();
            int width = width(header.type());
            long count = header.length();
            long before = shape.bytes() + shape.length() * Long.BYTES + header.bytes();
            if (count != described || before + count * width != size) {
                throw GuestArchive.damaged(
                        source,
                        MEMBER + " has " + size + " bytes and claims " + described + " and " + count + " numbers of "
                                + width + " bytes",
                        null);
            }
            requireFit(configuration, count);
            float[] values = numbers((int) count, width);
            if (in.read() >= 0) {
                throw GuestArchive.damaged(source, MEMBER + " is longer than it says", null);
            }
            return values;
        } catch (EOFException | UTFDataFormatException end) {
            throw GuestArchive.damaged(source, MEMBER + " ends too early or is something else", end);
        }
    }

    /** SHA-256 of what was read, as single-precision numbers with the lowest byte first. */
    String sha256() {
        return sha256;
    }

    /**
     * What a buffer begins with.
     *
     * @param length numbers that follow
     * @param type   ND4J's name of their type
     * @param bytes  of the header itself
     */
    private record Header(long length, String type, long bytes) {}

    private Header header() throws IOException {
        String allocation = in.readUTF();
        if (!ALLOCATIONS.contains(allocation)) {
            throw new GuestException(
                    Kind.DAMAGED,
                    source + ": expected " + MEMBER + " to hold an array of ND4J 1.0.0 (MIXED_DATA_TYPES), but found "
                            + OutsideText.quoted(allocation)
                            + ". The file is damaged or from an older version; load and save it with DL4J 1.0.0-M2.1");
        }
        long length = in.readLong();
        if (length < 1 || length > GuestConfiguration.MOST_PARAMETERS) {
            throw new GuestException(
                    Kind.TOO_LARGE,
                    source + ": expected 1 to " + GuestConfiguration.MOST_PARAMETERS + " parameters, but " + MEMBER
                            + " claims " + length + "; a guest is a network for images of 28 x 28 pixels");
        }
        String type = in.readUTF();
        return new Header(length, type, 2L * Short.BYTES + allocation.length() + type.length() + Long.BYTES);
    }

    /** How many numbers the shape has room for. */
    private long shape(Header header) throws IOException {
        if (!header.type().equals("LONG") || header.length() > 2 * MOST_RANK + 4) {
            throw noVector();
        }
        long[] info = new long[(int) header.length()];
        for (int i = 0; i < info.length; i++) {
            info[i] = in.readLong();
        }
        int rank = info[0] >= 1 && info[0] <= MOST_RANK ? (int) info[0] : 0;
        if (rank == 0 || info.length != 2 * rank + 4) {
            throw noVector();
        }
        long longest = 1;
        for (int i = 1; i <= rank; i++) {
            if (info[i] < 1 || info[i] > 1 && longest > 1 || info[i] > 1 && info[rank + i] != 1) {
                throw noVector();
            }
            longest = Math.max(longest, info[i]);
        }
        return longest;
    }

    private GuestException noVector() {
        return GuestArchive.damaged(
                source, "expected " + MEMBER + " to hold one vector, but found another shape", null);
    }

    private int width(String type) {
        return switch (type) {
            case "FLOAT" -> Float.BYTES;
            case "DOUBLE" -> Double.BYTES;
            default ->
                throw new GuestException(
                        Kind.NUMBERS,
                        source + ": expected parameters of type FLOAT or DOUBLE, but found "
                                + OutsideText.quoted(type)
                                + ". Convert the network (convertDataType(DataType.FLOAT)) and save it again");
        };
    }

    private void requireFit(GuestConfiguration configuration, long count) {
        long needed = configuration.parametersNeeded();
        boolean exact = configuration.knowsAll();
        if (count < needed || exact && count != needed) {
            throw GuestArchive.damaged(
                    source,
                    "its layers have " + (exact ? "" : "at least ") + needed + " parameters, but " + MEMBER + " holds "
                            + count,
                    null);
        }
    }

    private float[] numbers(int count, int width) throws IOException {
        float[] values = new float[count];
        Sha256 sum = new Sha256();
        byte[] bytes = new byte[Math.min(count, CHUNK) * width];
        ByteBuffer little =
                ByteBuffer.allocate(Math.min(count, CHUNK) * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (int from = 0; from < count; from += CHUNK) {
            int some = Math.min(CHUNK, count - from);
            in.readFully(bytes, 0, some * width);
            ByteBuffer big = ByteBuffer.wrap(bytes);
            little.clear();
            for (int i = from; i < from + some; i++) {
                values[i] = width == Float.BYTES ? big.getFloat() : (float) big.getDouble();
                requireFinite(values[i], i);
                little.putFloat(values[i]);
            }
            sum.update(little.array(), 0, some * Float.BYTES);
        }
        sha256 = sum.hex();
        return values;
    }

    private void requireFinite(float value, int index) {
        if (!Float.isFinite(value)) {
            throw new GuestException(
                    Kind.NUMBERS,
                    source + ": expected finite parameters, but number " + index + " is " + value
                            + ". The training that made the network went wrong; train it anew");
        }
    }
}
