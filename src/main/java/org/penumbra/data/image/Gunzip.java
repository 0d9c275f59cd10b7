package org.penumbra.data.image;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;

/**
 * Unpacks gzip (RFC 1952), one member after the other. It stands here in place of the JDK's
 * {@link java.util.zip.GZIPInputStream}, which ignores whatever follows the last member and flags it does not know, so
 * that a download with a page of a proxy at its end would count as the published file; which tells a wrong checksum and
 * a wrong length alike; and which does not say at which byte of the packed file it found something wrong. A subclass
 * cannot mend that: the JDK reads the trailer, and swallows what it meets behind it, in a private method.
 *
 * <p>An {@link EOFException} means that the file ends too early and what is there is right so far; a
 * {@link ZipException} that it is damaged.
 */
public final class Gunzip extends InputStream {

    public static final int FIRST_BYTE = 0x1F;
    public static final int SECOND_BYTE = 0x8B;

    private static final int DEFLATE = 8;
    private static final int HEADER_CHECKSUM = 2;
    private static final int EXTRA = 4;
    private static final int NAME = 8;
    private static final int COMMENT = 16;
    private static final int RESERVED = 0xE0;

    private final InputStream in;
    private final byte[] buffer = new byte[8192];
    private final Inflater inflater = new Inflater(true);
    private final CRC32 checksum = new CRC32();
    private int next;
    private int filled;
    private long before;
    private boolean ended;

    /** @param in the packed bytes, from the first on; closed with this */
    public Gunzip(InputStream in) throws IOException {
        this.in = in;
        try {
            readHeader();
        } catch (IOException | RuntimeException e) {
            inflater.end();
            throw e;
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int at, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (!ended) {
            int count = inflate(target, at, length);
            if (count > 0) {
                checksum.update(target, at, count);
                return count;
            }
            if (inflater.finished()) {
                readTrailer();
                nextMember();
            } else if (inflater.needsDictionary()) {
                throw new ZipException(at() + ": damaged gzip data (asks for a dictionary)");
            } else {
                feed();
            }
        }
        return -1;
    }

    private int inflate(byte[] target, int at, int length) throws ZipException {
        try {
            int count = inflater.inflate(target, at, length);
            next = filled - inflater.getRemaining();
            return count;
        } catch (DataFormatException e) {
            throw new ZipException(at() + ": damaged gzip data (" + e.getMessage() + ")");
        }
    }

    private void feed() throws IOException {
        need();
        inflater.setInput(buffer, next, filled - next);
    }

    private void readHeader() throws IOException {
        checksum.reset();
        inflater.reset();
        require(byteHere() == FIRST_BYTE && byteHere() == SECOND_BYTE, "expected gzip data, which begin with 1f 8b");
        require(byteHere() == DEFLATE, "expected gzip's compression method 8");
        int flags = byteHere();
        require((flags & RESERVED) == 0, "expected no reserved flag of gzip to be set");
        skip(6);
        if ((flags & EXTRA) != 0) {
            skip(byteHere() | byteHere() << 8);
        }
        if ((flags & NAME) != 0) {
            skipText();
        }
        if ((flags & COMMENT) != 0) {
            skipText();
        }
        if ((flags & HEADER_CHECKSUM) != 0) {
            skip(2);
        }
        inflater.setInput(buffer, next, filled - next);
    }

    private void readTrailer() throws IOException {
        long crc = littleEndian();
        require(crc == checksum.getValue(), "gzip's checksum does not fit the unpacked bytes");
        long length = littleEndian();
        require(length == (inflater.getBytesWritten() & 0xFFFF_FFFFL), "gzip's length does not fit the unpacked bytes");
    }

    private void nextMember() throws IOException {
        if (next == filled && !fill()) {
            ended = true;
        } else {
            readHeader();
        }
    }

    private long littleEndian() throws IOException {
        long value = 0;
        for (int shift = 0; shift < 32; shift += 8) {
            value |= (long) byteHere() << shift;
        }
        return value;
    }

    private void skip(int bytes) throws IOException {
        for (int i = 0; i < bytes; i++) {
            byteHere();
        }
    }

    private void skipText() throws IOException {
        int last;
        do {
            last = byteHere();
        } while (last != 0);
    }

    private int byteHere() throws IOException {
        need();
        return buffer[next++] & 0xFF;
    }

    private void need() throws IOException {
        if (next == filled && !fill()) {
            throw new EOFException(at() + ": the gzip data end in the middle");
        }
    }

    private boolean fill() throws IOException {
        before += filled;
        next = 0;
        filled = Math.max(0, in.read(buffer));
        return filled > 0;
    }

    private void require(boolean right, String expected) throws ZipException {
        if (!right) {
            throw new ZipException(at() + ": " + expected);
        }
    }

    /** Where the next packed byte stands. */
    private String at() {
        return "at byte " + (before + next) + " of the packed file";
    }

    @Override
    public void close() throws IOException {
        ended = true;
        inflater.end();
        in.close();
    }
}
