package org.penumbra.kit;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Damages files in every way a disk, a network or a joker does, and holds a reader to its promise: it reads the file or
 * refuses it with one line, without asking for memory that the file does not warrant. The same seed damages alike.
 */
public final class Mutations {

    private static final int LONGEST_MESSAGE = 600;
    private static final int HEAD = 64;
    private static final int[] ODD_NUMBERS = {
        0,
        1,
        -1,
        2,
        255,
        256,
        65_535,
        65_536,
        1_000_000,
        0x7FFF_FFFF,
        0x8000_0000,
        0x4000_0000,
        0x7FFF_FFF8,
        0x1000_0000
    };

    private final long seed;
    private final SplittableRandom random;

    /** Damage drawn from a seed, which every failure names. */
    public Mutations(long seed) {
        this.seed = seed;
        this.random = new SplittableRandom(seed);
    }

    /** A reader under test; it may throw whatever it likes, which is then looked at. */
    public interface Reading {
        void read(byte[] bytes) throws Exception;
    }

    /**
     * What became of the damaged files.
     *
     * @param read    were read nevertheless
     * @param refused were refused with one line
     */
    public record Outcome(int read, int refused) {}

    /** The bytes with one to three damages; the original is left alone. */
    public byte[] mutate(byte[] original) {
        byte[] bytes = original;
        for (int left = random.nextInt(1, 4); left > 0; left--) {
            bytes = damage(bytes);
        }
        return bytes == original ? original.clone() : bytes;
    }

    /**
     * Reads damaged files one after the other on the calling thread. Fails when a reader throws anything but the
     * expected exception, when its message is not one line of up to 600 characters, or when a reading allocates more
     * than it may. Whoever fears a hang puts a time limit on the test.
     *
     * @param originals whole files, taken in turn
     * @param times     damaged files to read
     * @param refusal   the exception that tells a person; no other may come out
     * @param mostBytes a reading may allocate, all objects taken together
     */
    public Outcome run(
            List<byte[]> originals, int times, Class<? extends Exception> refusal, long mostBytes, Reading reading) {
        int refused = 0;
        for (int i = 0; i < times; i++) {
            byte[] bytes = mutate(originals.get(i % originals.size()));
            refused += isRefused(
                            bytes,
                            "seed " + seed + ", file " + i + " of " + bytes.length + " bytes, " + head(bytes),
                            refusal,
                            mostBytes,
                            reading)
                    ? 1
                    : 0;
        }
        return new Outcome(times - refused, refused);
    }

    private static boolean isRefused(
            byte[] bytes, String which, Class<? extends Exception> refusal, long mostBytes, Reading reading) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        boolean refused = false;
        try {
            reading.read(bytes);
        } catch (Exception | Error thrown) {
            if (!refusal.isInstance(thrown)) {
                fail(which, thrown);
            }
            assertOneLine(thrown.getMessage(), which);
            refused = true;
        }
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;
        assertTrue(allocated <= mostBytes, () -> which + ": allocated " + allocated + " bytes");
        return refused;
    }

    private static void assertOneLine(String message, String which) {
        assertTrue(message != null && !message.isBlank(), () -> which + ": no message");
        assertFalse(message.contains("\n") || message.contains("\r"), () -> which + ": " + message);
        assertTrue(message.length() <= LONGEST_MESSAGE, () -> which + ": " + message);
    }

    private static String head(byte[] bytes) {
        StringBuilder text = new StringBuilder("beginning");
        for (byte b : Arrays.copyOf(bytes, Math.min(bytes.length, 24))) {
            text.append(String.format(" %02x", b));
        }
        return text.toString();
    }

    private byte[] damage(byte[] bytes) {
        if (bytes.length == 0) {
            return noise(random.nextInt(32));
        }
        int at = place(bytes.length);
        int length = Math.min(bytes.length - at, random.nextInt(1, 40));
        return switch (random.nextInt(12)) {
            case 0 -> random.nextInt(8) == 0 ? new byte[0] : Arrays.copyOf(bytes, at);
            case 1 -> Arrays.copyOf(bytes, random.nextInt(bytes.length));
            case 2, 3, 4 -> flipped(bytes, random.nextInt(1, 6));
            case 5, 6 -> withNumber(bytes, at);
            case 7 -> join(Arrays.copyOf(bytes, at), Arrays.copyOfRange(bytes, at + length, bytes.length));
            case 8 -> join(Arrays.copyOf(bytes, at + length), Arrays.copyOfRange(bytes, at, bytes.length));
            case 9 -> join(bytes, noise(random.nextInt(1, 40)));
            case 10 -> overwritten(bytes, at, new byte[length]);
            default -> overwritten(bytes, at, noise(length));
        };
    }

    /** Headers decide most, so every other damage hits the first bytes. */
    private int place(int length) {
        return random.nextInt(random.nextBoolean() ? Math.min(HEAD, length) : length);
    }

    private byte[] flipped(byte[] bytes, int bits) {
        byte[] copy = bytes.clone();
        for (int i = 0; i < bits; i++) {
            copy[place(copy.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return copy;
    }

    /** A 32-bit number put where one may stand, in either byte order: sizes and counts that lie. */
    private byte[] withNumber(byte[] bytes, int at) {
        int number = ODD_NUMBERS[random.nextInt(ODD_NUMBERS.length)];
        int ordered = random.nextBoolean() ? number : Integer.reverseBytes(number);
        byte[] four = {(byte) (ordered >> 24), (byte) (ordered >> 16), (byte) (ordered >> 8), (byte) ordered};
        return overwritten(bytes, at & ~3, four);
    }

    private byte[] noise(int length) {
        byte[] noise = new byte[length];
        for (int i = 0; i < length; i++) {
            noise[i] = (byte) random.nextInt(256);
        }
        return noise;
    }

    private static byte[] overwritten(byte[] bytes, int at, byte[] by) {
        byte[] copy = bytes.clone();
        System.arraycopy(by, 0, copy, at, Math.min(by.length, copy.length - at));
        return copy;
    }

    private static byte[] join(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
