package org.penumbra.data.plane;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.penumbra.data.OutsideText;

/**
 * What a file calls the classes of its points, and their numbers. Whole numbers from 0 to 7 are taken as they are. Other whole
 * numbers, such as -1 and 1, get the numbers from 0 on in their order, and names in the order in which they come first.
 */
final class FileClasses {

    /** Most UTF-16 units of a name. */
    private static final int LONGEST = 100;

    private final String source;
    private final List<String> each = new ArrayList<>();
    private final Set<String> different = new LinkedHashSet<>();

    /** @param source what messages call the file */
    FileClasses(String source) {
        this.source = source;
    }

    /** The class of the next point, as it stands in a line. */
    void add(String value, long line) {
        String stripped = value.strip();
        if (stripped.isEmpty() || stripped.length() > LONGEST || !OutsideText.isOneLine(stripped)) {
            throw new PointsFileProblem(
                    source,
                    line,
                    "class: expected a number or a name of one line with at most " + LONGEST + " characters, but found "
                            + (stripped.isEmpty() ? "nothing" : OutsideText.quoted(stripped)) + ". Name the class.",
                    null);
        }
        OptionalLong number = whole(stripped);
        String name = number.isPresent() ? Long.toString(number.getAsLong()) : stripped;
        each.add(name);
        if (different.add(name) && different.size() > PlaneData.MOST_CLASSES) {
            throw new PointsFileProblem(
                    source,
                    line,
                    "class: expected at most " + PlaneData.MOST_CLASSES + " classes, but " + OutsideText.quoted(name)
                            + " is one more. Join some or leave some out.",
                    null);
        }
    }

    /** The classes' numbers, one a point. */
    int[] numbers() {
        List<String> names = names();
        return each.stream().mapToInt(names::indexOf).toArray();
    }

    /** What the file calls them, in the order of their numbers. */
    List<String> names() {
        if (!different.stream().allMatch(name -> whole(name).isPresent())) {
            return List.copyOf(different);
        }
        List<Long> values = different.stream()
                .map(name -> whole(name).getAsLong())
                .sorted(Comparator.naturalOrder())
                .toList();
        long least = values.get(0);
        long most = values.get(values.size() - 1);
        if (least < 0 || most >= PlaneData.MOST_CLASSES) {
            return values.stream().map(String::valueOf).toList();
        }
        List<String> all = new ArrayList<>();
        for (long k = 0; k <= most; k++) {
            all.add(Long.toString(k));
        }
        return List.copyOf(all);
    }

    /** The whole number that a text means, such as 2, 2.0 or 2e0, which programs write too. */
    private static OptionalLong whole(String text) {
        if (!text.matches("[-+\u2212]?\\d+(?:[.,]0*)?(?:[eE][-+]?\\d+)?")) {
            return OptionalLong.empty();
        }
        double value = Double.parseDouble(text.replace('\u2212', '-').replace(',', '.'));
        boolean exact = value == Math.rint(value) && Math.abs(value) <= 1L << 53;
        return exact ? OptionalLong.of((long) value) : OptionalLong.empty();
    }
}
