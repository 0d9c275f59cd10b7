package org.penumbra.state;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.penumbra.data.OutsideText;

/**
 * What a lab is set to: its name, and words by keys. As a text it is short and can be part of an address, such as
 * {@code penumbra:1/rings?preset=moons&alpha=20}; what is not named has its usual value. Blanks and line breaks in a text
 * count for nothing, so that one that was broken into lines is still the same.
 *
 * @param lab   one of {@link #LABS}
 * @param parts by key, in their order, each as it stands in the text (its words with percent signs, where they need them)
 */
public record LabState(String lab, Map<String, String> parts) {

    /** What every state begins with. */
    public static final String SCHEME = "penumbra:";
    /** The labs, as states name them. */
    public static final List<String> LABS = List.of("rings", "draw", "train", "fooling", "experiments");
    /** Longest text that is read, characters; files of many painted points are that long. */
    public static final int LONGEST = 1 << 20;
    /** Longest text that is copied or shown as a picture, characters. */
    public static final int SHORT = 1000;

    /** The number grows when old states would be misread. */
    private static final String VERSION = "1";

    private static final int MOST_PARTS = 100;
    private static final Pattern BLANKS = Pattern.compile("[ \\t\\r\\n\\u00A0\\uFEFF]+");
    private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9-]{0,39}");
    private static final String EXAMPLE = "penumbra:1/rings?preset=moons&alpha=20";

    public LabState {
        if (!LABS.contains(lab)) {
            throw new IllegalArgumentException("lab: expected one of " + LABS + ", but got " + lab);
        }
        parts = Collections.unmodifiableMap(new LinkedHashMap<>(parts));
    }

    /** Whether a text means to be a state, of whatever version and however damaged. */
    public static boolean isMeant(String text) {
        String start = text.strip();
        return start.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
    }

    /**
     * The state of a text.
     *
     * @throws StateProblem when it is none; what each part may hold is not looked at yet
     */
    public static LabState parse(String text) {
        if (text.length() > LONGEST) {
            throw new StateProblem(
                    "A state has at most " + LONGEST + " characters, but this text has " + text.length());
        }
        String plain = BLANKS.matcher(text).replaceAll("");
        if (!OutsideText.isOneLine(plain)) {
            throw new StateProblem(
                    "A state is text without control characters and halves of characters; copy it again");
        }
        if (!isMeant(plain)) {
            throw new StateProblem("Expected a state, such as " + EXAMPLE + ", but found " + OutsideText.quoted(plain));
        }
        String rest = plain.substring(SCHEME.length());
        int slash = rest.indexOf('/');
        String version = slash < 0 ? rest : rest.substring(0, slash);
        if (!version.equals(VERSION)) {
            throw new StateProblem(
                    version.matches("[0-9]{1,9}")
                            ? "This state is of version " + version + ", but this program reads version " + VERSION
                                    + "; open it with a newer Penumbra"
                            : "Expected a version behind \"" + SCHEME + "\", as in " + EXAMPLE + ", but found "
                                    + OutsideText.quoted(version));
        }
        String named = slash < 0 ? "" : rest.substring(slash + 1);
        int mark = named.indexOf('?');
        String lab = (mark < 0 ? named : named.substring(0, mark)).toLowerCase(Locale.ROOT);
        if (!LABS.contains(lab)) {
            throw new StateProblem("Expected one of the labs " + String.join(", ", LABS) + " in a state, but found "
                    + OutsideText.quoted(lab));
        }
        return new LabState(lab, parts(mark < 0 ? "" : named.substring(mark + 1)));
    }

    private static Map<String, String> parts(String text) {
        Map<String, String> parts = new LinkedHashMap<>();
        for (String part : StateValue.parts(text, '&')) {
            int equals = part.indexOf('=');
            String key = equals < 0 ? part : part.substring(0, equals);
            if (equals < 0 || !KEY.matcher(key).matches()) {
                throw new StateProblem("Expected parts such as alpha=20 in a state, with & between them, but found "
                        + OutsideText.quoted(part));
            }
            if (parts.put(key, part.substring(equals + 1)) != null) {
                throw new StateProblem("The state says twice what \"" + key + "\" is; leave one of the two out");
            }
            if (parts.size() > MOST_PARTS) {
                throw new StateProblem("A state has at most " + MOST_PARTS + " parts, but this one has more");
            }
        }
        return parts;
    }

    /** The state as a text of one line. */
    public String text() {
        StringBuilder text =
                new StringBuilder(SCHEME).append(VERSION).append('/').append(lab);
        char before = '?';
        for (Map.Entry<String, String> part : parts.entrySet()) {
            text.append(before).append(part.getKey()).append('=').append(part.getValue());
            before = '&';
        }
        return text.toString();
    }

    /** What stands under a key, as it is in the text. */
    Optional<String> part(String key) {
        return Optional.ofNullable(parts.get(key));
    }

    /**
     * A state that is short enough to be copied.
     *
     * @param state   without its longest parts
     * @param leftOut the keys of those
     */
    public record Shortened(LabState state, List<String> leftOut) {

        public Shortened {
            leftOut = List.copyOf(leftOut);
        }
    }

    /** Leaves out the longest parts until the text has at most {@link #SHORT} characters. */
    public Shortened shortened() {
        Map<String, String> kept = new LinkedHashMap<>(parts);
        List<String> left = new ArrayList<>();
        LabState state = this;
        while (state.text().length() > SHORT) {
            String longest = kept.entrySet().stream()
                    .max(Comparator.comparingInt(part -> part.getValue().length()))
                    .orElseThrow()
                    .getKey();
            kept.remove(longest);
            left.add(longest);
            state = new LabState(lab, kept);
        }
        return new Shortened(state, left);
    }
}
