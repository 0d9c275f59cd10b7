package org.penumbra.net.layer;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.Pointer;
import org.penumbra.data.RegularFile;

/**
 * Where a loaded library has its symbols.
 *
 * <p>On Linux they are read from the library's own file and the process's list of mappings. JavaCPP's {@link Loader#addressof}
 * would open and close every library while the C library holds the lock of its list of them, and so it waits for ever when
 * another thread opens a library just then: JavaFX opens several while a window starts.
 */
final class LoadedSymbols {

    private static final Path MAPPINGS = Path.of("/proc/self/maps");

    private static final int SECTION_TABLE = 0x28;
    private static final int SECTION_SIZE = 0x3A;
    private static final int PROGRAM_TABLE = 0x20;
    private static final int PROGRAM_SIZE = 0x36;
    private static final int LOADED_PART = 1;
    private static final int DYNAMIC_SYMBOLS = 11;
    private static final int SYMBOL = 24;
    private static final long PAGE = 4096;

    private LoadedSymbols() {}

    /**
     * The addresses of symbols of a library that is loaded.
     *
     * @param library  how the file's name begins
     * @param wanted   which symbols
     * @param possible their names, for systems on which they are asked for one by one
     * @return by name; only those that are there
     */
    static Map<String, Long> of(String library, Predicate<String> wanted, List<String> possible) {
        return System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux")
                ? onLinux(library, wanted)
                : asked(possible, Loader::addressof);
    }

    private static Map<String, Long> asked(List<String> possible, Function<String, Pointer> finder) {
        Map<String, Long> found = new HashMap<>();
        for (String name : possible) {
            Optional.ofNullable(finder.apply(name)).ifPresent(pointer -> found.put(name, pointer.address()));
        }
        return found;
    }

    private static Map<String, Long> onLinux(String library, Predicate<String> wanted) {
        try {
            for (String line : RegularFile.text(MAPPINGS).split("\n")) {
                // Address range, rights, offset in the file, device, inode, path.
                String[] parts = line.split("\\s+", 6);
                if (parts.length == 6 && Long.parseLong(parts[2], 16) == 0) {
                    Path file = Path.of(parts[5]);
                    if (file.getFileName() != null
                            && file.getFileName().toString().startsWith(library)) {
                        long start = Long.parseUnsignedLong(parts[0].split("-")[0], 16);
                        return inFile(file, start, wanted);
                    }
                }
            }
            return Map.of();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read where " + library + " was loaded", unreadable);
        }
    }

    /** Symbols of an ELF file of 64 bits, the lowest byte first, whose first part begins at an address. */
    private static Map<String, Long> inFile(Path file, long start, Predicate<String> wanted) throws IOException {
        try (InputStream stream = RegularFile.open(file)) {
            ByteBuffer elf = ByteBuffer.wrap(stream.readAllBytes()).order(ByteOrder.LITTLE_ENDIAN);
            long bias = start - firstAddress(elf);
            Map<String, Long> found = new HashMap<>();
            int sections = Math.toIntExact(elf.getLong(SECTION_TABLE));
            int size = Short.toUnsignedInt(elf.getShort(SECTION_SIZE));
            int count = Short.toUnsignedInt(elf.getShort(SECTION_SIZE + 2));
            for (int at = sections; at < sections + count * size; at += size) {
                if (elf.getInt(at + 0x04) == DYNAMIC_SYMBOLS) {
                    int names = Math.toIntExact(elf.getLong(sections + elf.getInt(at + 0x28) * size + 0x18));
                    int from = Math.toIntExact(elf.getLong(at + 0x18));
                    int to = from + Math.toIntExact(elf.getLong(at + 0x20));
                    for (int symbol = from; symbol < to; symbol += SYMBOL) {
                        String name = text(elf, names + elf.getInt(symbol));
                        // A section of 0 is that of a symbol which another library has.
                        if (elf.getShort(symbol + 6) != 0 && wanted.test(name)) {
                            found.put(name, bias + elf.getLong(symbol + 8));
                        }
                    }
                }
            }
            return found;
        }
    }

    private static long firstAddress(ByteBuffer elf) {
        int table = Math.toIntExact(elf.getLong(PROGRAM_TABLE));
        int size = Short.toUnsignedInt(elf.getShort(PROGRAM_SIZE));
        int count = Short.toUnsignedInt(elf.getShort(PROGRAM_SIZE + 2));
        for (int at = table; at < table + count * size; at += size) {
            if (elf.getInt(at) == LOADED_PART) {
                return elf.getLong(at + 0x10) / PAGE * PAGE;
            }
        }
        return 0;
    }

    private static String text(ByteBuffer elf, int from) {
        int to = from;
        while (elf.get(to) != 0) {
            to++;
        }
        byte[] letters = new byte[to - from];
        elf.get(from, letters);
        return new String(letters, StandardCharsets.US_ASCII);
    }
}
