package org.penumbra.view.data;

import java.util.Locale;

/** Bytes in words, in the decimal units of disks and networks. */
final class ByteWords {

    private static final double KILO = 1e3;
    private static final double MEGA = 1e6;

    private ByteWords() {}

    /** "812 bytes", "28.9 kB", "9.6 MB". */
    static String of(double bytes) {
        return bytes < KILO
                ? String.format(Locale.ROOT, "%.0f bytes", bytes)
                : bytes < MEGA
                        ? String.format(Locale.ROOT, "%.1f kB", bytes / KILO)
                        : String.format(Locale.ROOT, "%.1f MB", bytes / MEGA);
    }

    /** "31 MB", for what is only known about. */
    static String rounded(long bytes) {
        return String.format(Locale.ROOT, "%.0f MB", Math.max(1, bytes / MEGA));
    }

    /** "3.4 of 9.6 MB", both in the unit of the whole; the whole is left out when it is below 0, which means unknown. */
    static String of(long bytes, long total) {
        if (total < 0) {
            return of(bytes);
        }
        double unit = total < KILO ? 1 : total < MEGA ? KILO : MEGA;
        return String.format(Locale.ROOT, unit == 1 ? "%.0f of %s" : "%.1f of %s", bytes / unit, of(total));
    }
}
