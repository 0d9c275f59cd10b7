import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import org.tukaani.xz.FilterOptions;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.X86Options;
import org.tukaani.xz.XZOutputStream;

/**
 * Run by the build: writes the jar of ND4J's native library anew, with that library packed by XZ, beside an entry that tells
 * its size. All other entries stay as they are. The same jar gives the same bytes. Where the result is there, nothing is done.
 */
final class PackLibrary {

    private static final String JAR = "nd4j-native-.*-(linux|macosx|windows)-.*[.]jar";
    private static final String LIBRARY = ".*/(lib)?nd4jcpu[.](so|dll|dylib)";
    /** Higher ones take minutes for a few more megabytes. */
    private static final int PRESET = 1;

    private PackLibrary() {}

    public static void main(String[] arguments) throws IOException {
        Path source = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .filter(entry -> entry.getFileName().toString().matches(JAR))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no jar on the class path is named " + JAR));
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        Path target = folder.resolve(source.getFileName());
        if (Files.exists(target)) {
            return;
        }
        Path unfinished = folder.resolve("unfinished");
        try (JarFile in = new JarFile(source.toFile());
                JarOutputStream out = new JarOutputStream(Files.newOutputStream(unfinished))) {
            for (JarEntry entry : (Iterable<JarEntry>) in.stream()::iterator) {
                try (InputStream content = in.getInputStream(entry)) {
                    write(entry, content, out);
                }
            }
        }
        Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
        System.out.printf("%s: %d of %d MB%n", target.getFileName(), Files.size(target) / 1_000_000, Files.size(source) / 1_000_000);
    }

    private static void write(JarEntry entry, InputStream content, JarOutputStream out) throws IOException {
        if (!entry.getName().matches(LIBRARY)) {
            begin(entry.getName(), entry, out);
            content.transferTo(out);
            return;
        }
        begin(entry.getName() + ".xz", entry, out);
        try (OutputStream open = new Open(out);
                XZOutputStream packed = new XZOutputStream(open, filters(entry.getName()))) {
            content.transferTo(packed);
        }
        begin(entry.getName() + ".size", entry, out);
        out.write(Long.toString(entry.getSize()).getBytes(StandardCharsets.US_ASCII));
    }

    private static void begin(String name, JarEntry like, JarOutputStream out) throws IOException {
        JarEntry entry = new JarEntry(name);
        entry.setTimeLocal(like.getTimeLocal());
        out.putNextEntry(entry);
    }

    private static FilterOptions[] filters(String name) throws IOException {
        FilterOptions lzma = new LZMA2Options(PRESET);
        return name.contains("x86_64") ? new FilterOptions[] {new X86Options(), lzma} : new FilterOptions[] {lzma};
    }

    /** A stream into an entry, whose end is not that of the jar. */
    private static final class Open extends OutputStream {

        private final OutputStream jar;

        Open(OutputStream jar) {
            this.jar = jar;
        }

        @Override
        public void write(int value) throws IOException {
            jar.write(value);
        }

        @Override
        public void write(byte[] values, int offset, int count) throws IOException {
            jar.write(values, offset, count);
        }
    }
}
