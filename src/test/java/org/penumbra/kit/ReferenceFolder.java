package org.penumbra.kit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * Where the reference cases lie: the folder named by the system property {@code penumbra.reference}, else the project's
 * own copy. Another folder may hold other cases, as long as they are laid out alike.
 */
public final class ReferenceFolder {

    /** Name of the system property. */
    public static final String PROPERTY = "penumbra.reference";

    private static final Path OWN = Path.of("src", "test", "resources", "reference");

    private ReferenceFolder() {}

    /** The folder in use. */
    public static Path path() {
        String named = System.getProperty(PROPERTY, "");
        return named.isBlank() ? OWN : Path.of(named);
    }

    /** Reads one of its files. */
    public static JsonNode read(String file) throws IOException {
        Path path = path().resolve(file);
        if (!Files.isRegularFile(path)) {
            throw new IOException(path.toAbsolutePath() + " is missing: expected reference cases there; name another"
                    + " folder with -D" + PROPERTY + "=DIR");
        }
        return new ObjectMapper().readTree(path.toFile());
    }

    /** An array of numbers, however deeply nested, in the order of the file; fails when there is none. */
    public static double[] numbers(JsonNode node, String key) {
        JsonNode values = node.get(key);
        if (values == null) {
            throw new IllegalArgumentException("reference case without \"" + key + "\"; it has " + names(node));
        }
        DoubleStream.Builder numbers = DoubleStream.builder();
        collect(values, numbers);
        return numbers.build().toArray();
    }

    private static void collect(JsonNode node, DoubleStream.Builder numbers) {
        if (node.isArray()) {
            node.forEach(child -> collect(child, numbers));
        } else {
            numbers.add(node.doubleValue());
        }
    }

    private static List<String> names(JsonNode node) {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
