package org.penumbra.data.image;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How the four files of a data set that is not known by its checksums are to be understood. EMNIST comes in the same files
 * as MNIST, but stores its images on their side, and its labels stand for characters.
 */
public sealed interface Emnist {

    /** Under this key a data set's provenance tells as which set of EMNIST it was read, if it was. */
    String KEY = "emnist";

    /** As it is typed and written. */
    String id();

    /** Files that are called like EMNIST's, or lie in a folder that is, are read as EMNIST; others as they are stored. */
    record Recognised() implements Emnist {

        @Override
        public String id() {
            return "auto";
        }
    }

    /** No image is turned, and classes are called by their labels. */
    record AsStored() implements Emnist {

        @Override
        public String id() {
            return "none";
        }
    }

    /**
     * Whatever the files are called, they are a set of EMNIST.
     *
     * @param split   which: it names the classes
     * @param upright whether somebody has turned the images upright already; otherwise they are turned
     */
    record As(EmnistSplit split, boolean upright) implements Emnist {

        @Override
        public String id() {
            return split.id() + (upright ? "-upright" : "");
        }
    }

    /** All there are, as they stand in a menu. */
    static Stream<Emnist> all() {
        return Stream.concat(
                Stream.of(new Recognised(), new AsStored()),
                Arrays.stream(EmnistSplit.values())
                        .flatMap(split -> Stream.of(new As(split, false), new As(split, true))));
    }

    /**
     * The one of an id.
     *
     * @throws IllegalArgumentException when there is none; it lists those there are
     */
    static Emnist of(String id) {
        return all().filter(one -> one.id().equals(id.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("expected one of "
                        + all().map(Emnist::id).collect(Collectors.joining(", ")) + ", but got \"" + id + "\""));
    }

    /** How images were read, as their provenance tells. */
    static Emnist recorded(Map<String, String> checksums) {
        return all().filter(one -> one.id().equals(checksums.get(KEY)))
                .findFirst()
                .orElseGet(AsStored::new);
    }
}
