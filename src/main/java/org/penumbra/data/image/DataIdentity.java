package org.penumbra.data.image;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.penumbra.data.ink.Fit;

/**
 * What a data set is, told by what it was read from: a folder of one's own may be called like a published set.
 *
 * @param kind  where the images are from
 * @param known the published set, if it is one
 */
public record DataIdentity(Kind kind, Optional<KnownImages> known) {

    /** The checksum of pictures sorted by class; only they have it. */
    static final String PICTURES = "pictures";
    /** How those pictures were read. */
    static final String READ = "read";

    /** Of the images that the program makes itself. */
    private static final String GENERATOR = "generator";

    private static final String BUILT_IN = "built-in-digits";

    /** Where images are from. */
    public enum Kind {
        /** Made by the program. */
        BUILT_IN,
        /** A set that the program knows, whatever folder it lay in. */
        PUBLISHED,
        /** Somebody's pictures, sorted by class. */
        PICTURES,
        /** Somebody's four IDX files. */
        FILES
    }

    /**
     * The identity of a data set. Where the checksums tell nothing, as in files that other programs made, its name does.
     *
     * @param name      of the set
     * @param checksums as {@link ImageData} has them
     */
    public static DataIdentity of(String name, Map<String, String> checksums) {
        if (checksums.containsKey(GENERATOR)) {
            return new DataIdentity(Kind.BUILT_IN, Optional.empty());
        }
        if (checksums.containsKey(PICTURES)) {
            return new DataIdentity(Kind.PICTURES, Optional.empty());
        }
        boolean files = Arrays.stream(ImageFile.values()).anyMatch(file -> checksums.containsKey(file.standardName()));
        Optional<KnownImages> known = KnownImages.all().stream()
                .filter(one -> files ? holds(one, checksums) : one.name().equals(name))
                .findFirst();
        if (known.isPresent()) {
            return new DataIdentity(Kind.PUBLISHED, known);
        }
        return new DataIdentity(!files && name.equals(BUILT_IN) ? Kind.BUILT_IN : Kind.FILES, Optional.empty());
    }

    private static boolean holds(KnownImages known, Map<String, String> checksums) {
        return Arrays.stream(ImageFile.values()).allMatch(file -> {
            String sum = checksums.get(file.standardName());
            return sum == null || sum.equals(known.md5().get(file));
        });
    }

    /** Whether they are somebody's own, in a folder that only a path leads to. */
    public boolean isOwn() {
        return kind == Kind.PICTURES || kind == Kind.FILES;
    }

    /**
     * The fit of such images where nobody wrote it down. Own pictures say it in their checksums; digits are centred; all
     * else was learnt as it is.
     *
     * @param classes   of the set
     * @param checksums of the set
     */
    public Fit fit(List<String> classes, Map<String, String> checksums) {
        Fit byName = Fit.of(known.map(KnownImages::classes).orElse(classes));
        if (kind == Kind.PICTURES) {
            String how = checksums.getOrDefault(READ, "").split(",", 2)[0];
            return Arrays.stream(Fit.values())
                    .filter(fit -> how.equals(reading(fit)))
                    .findFirst()
                    .orElse(byName);
        }
        return byName == Fit.DIGIT ? Fit.DIGIT : Fit.AS_IS;
    }

    /** How the checksums tell a fit. */
    static String reading(Fit fit) {
        return fit == Fit.AS_IS ? "as is" : "as " + fit.id();
    }
}
