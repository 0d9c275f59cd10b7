package org.penumbra.data.home;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who holds the lock of a folder, for a person who waits for it. The lock file begins with a line that tells; a file that
 * tells nothing, or something else, is as good a lock.
 *
 * @param process its number on its machine
 * @param user    whose it is
 */
record LockHolder(long process, String user) {

    /** Whoever it is, when the lock file does not tell. */
    static final String SOMEBODY = "another Penumbra";

    private static final int LONGEST = 200;
    /** Nothing else of a file that anybody may have written is shown. */
    private static final Pattern LINE = Pattern.compile("(\\d{1,18}) ([\\p{L}\\p{N}._@-][\\p{L}\\p{N} ._@-]{0,63})\n");

    /** This process. */
    static LockHolder here() {
        return new LockHolder(ProcessHandle.current().pid(), System.getProperty("user.name"));
    }

    /** As in "another Penumbra (process 4711 of anna)". */
    String words() {
        return SOMEBODY + " (process " + process + " of " + user + ")";
    }

    void write(FileChannel lock) throws IOException {
        erase(lock);
        lock.write(ByteBuffer.wrap((process + " " + user + "\n").getBytes(StandardCharsets.UTF_8)), 0);
    }

    static void erase(FileChannel lock) throws IOException {
        lock.truncate(0);
    }

    /** What the lock file tells, in words. */
    static String read(FileChannel lock) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(LONGEST);
        lock.read(bytes, 0);
        Matcher line = LINE.matcher(new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8));
        return line.matches() ? new LockHolder(Long.parseLong(line.group(1)), line.group(2)).words() : SOMEBODY;
    }
}
