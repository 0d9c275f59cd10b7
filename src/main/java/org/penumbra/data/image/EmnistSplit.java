package org.penumbra.data.image;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The sets EMNIST is published as, with the characters that its mapping files give to their labels (Cohen, Afshar, Tapson
 * and van Schaik: EMNIST, an extension of MNIST to handwritten letters, 2017). Where capital and small letters are merged,
 * a class is called by the capital, and in {@link #LETTERS}, where all are merged, by the small letter.
 */
public enum EmnistSplit {

    /** Letters, capital and small ones alike; labels count from 1. */
    LETTERS("EMNIST letters", 1, Characters.SMALL, "a to z"),
    /** Digits, capitals, and those small letters that look otherwise; as many images of each. */
    BALANCED("EMNIST balanced", 0, Characters.MERGED, Characters.MERGED_WORDS),
    /** Digits, capitals and small letters. */
    BYCLASS(
            "EMNIST by class",
            0,
            Characters.DIGITS + Characters.CAPITALS + Characters.SMALL,
            "0 to 9, A to Z and a to z"),
    /** The images of {@link #BYCLASS} with the classes of {@link #BALANCED}. */
    BYMERGE("EMNIST by merge", 0, Characters.MERGED, Characters.MERGED_WORDS),
    /** Digits. */
    DIGITS("EMNIST digits", 0, Characters.DIGITS, "0 to 9"),
    /** As many digits as MNIST has, made like the rest of EMNIST. */
    MNIST("EMNIST mnist", 0, Characters.DIGITS, "0 to 9");

    /** The characters of the mapping files. */
    private static final class Characters {
        static final String DIGITS = "0123456789";
        static final String CAPITALS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
        static final String SMALL = "abcdefghijklmnopqrstuvwxyz";
        static final String MERGED = DIGITS + CAPITALS + "abdefghnqrt";
        static final String MERGED_WORDS = "0 to 9, A to Z and a, b, d, e, f, g, h, n, q, r, t";
    }

    private final String title;
    private final int firstLabel;
    private final List<String> classes;
    private final String words;

    EmnistSplit(String title, int firstLabel, String characters, String words) {
        this.title = title;
        this.firstLabel = firstLabel;
        this.words = words;
        classes = characters.chars().mapToObj(Character::toString).toList();
    }

    /** As it stands in the names of the files: "letters". */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Shown to people. */
    public String title() {
        return title;
    }

    /** The characters, in the order of their labels. */
    public List<String> classes() {
        return classes;
    }

    /** The characters in words: "a to z". */
    String words() {
        return words;
    }

    /** The lowest label. */
    public int firstLabel() {
        return firstLabel;
    }

    /** The highest label. */
    public int lastLabel() {
        return firstLabel + classes.size() - 1;
    }

    /** The character of a label, which must be one of this set's. */
    public String character(int label) {
        return classes.get(label - firstLabel);
    }

    /** Where one of the four files may lie below a folder, as EMNIST is published: packed and not. */
    List<String> spellings(ImageFile file) {
        String plain = "emnist-" + id() + "-" + file.emnistName();
        return List.of(plain + ".gz", plain, plain + "/" + plain);
    }

    /** Whether all labels are this set's. */
    boolean covers(PresentLabels labels) {
        return labels.present().stream().allMatch(label -> label >= firstLabel && label <= lastLabel());
    }

    /**
     * The set that the names of folders tell of: one of them says "emnist" and one of them which ("emnist-letters",
     * "EMNIST/by_class/raw").
     *
     * @param folders the innermost first
     */
    static Optional<EmnistSplit> namedBy(List<String> folders) {
        if (!sayEmnist(folders)) {
            return Optional.empty();
        }
        return folders.stream()
                .map(name -> Arrays.asList(words(name)))
                .flatMap(words -> Arrays.stream(values()).filter(split -> words.contains(split.id())))
                .findFirst();
    }

    /** Whether one of some names says "emnist". */
    static boolean sayEmnist(List<String> folders) {
        return folders.stream().anyMatch(name -> name.toLowerCase(Locale.ROOT).contains("emnist"));
    }

    private static String[] words(String name) {
        return name.toLowerCase(Locale.ROOT)
                .replaceAll("by[ _-](class|merge)", "by$1")
                .split("[^a-z]+");
    }

    /** The set that has just these labels, each of them. */
    static Optional<EmnistSplit> withLabels(PresentLabels labels) {
        return Arrays.stream(values())
                .filter(split -> labels.areAllFrom(split.firstLabel(), split.lastLabel()))
                .findFirst();
    }
}
