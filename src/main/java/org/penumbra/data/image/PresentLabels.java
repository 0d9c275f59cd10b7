package org.penumbra.data.image;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.penumbra.data.DataException;

/**
 * The labels that occur in the files of a data set. They are its classes: one that no image has would be a class that a
 * network can neither learn nor be asked about.
 *
 * @param present ascending, each from 0 to 255
 */
record PresentLabels(List<Integer> present) {

    private static final int MOST = IdxFile.MOST_CLASSES;

    PresentLabels {
        present = List.copyOf(present);
    }

    /** Those in some files of labels. */
    static PresentLabels of(byte[]... files) {
        boolean[] found = new boolean[MOST];
        for (byte[] labels : files) {
            for (byte label : labels) {
                found[label & 0xFF] = true;
            }
        }
        return new PresentLabels(
                IntStream.range(0, MOST).filter(label -> found[label]).boxed().toList());
    }

    /** Whether they are a first one, a last one, and all between. */
    boolean areAllFrom(int first, int last) {
        return present.equals(IntStream.rangeClosed(first, last).boxed().toList());
    }

    /** Their names where nobody gave them others: the numbers themselves, in their order. */
    List<String> numbers() {
        return present.stream().map(Object::toString).toList();
    }

    /**
     * Labels counted by the classes: the first that occurs becomes 0.
     *
     * @param labels of a file, each one that is present
     * @param file   of the labels, for the message
     * @throws DataException when there are more different labels than an image set may have
     */
    byte[] counted(byte[] labels, Object file) {
        if (present.size() > ImageSet.MOST_CLASSES) {
            throw new DataException(file + ": expected at most " + ImageSet.MOST_CLASSES + " classes, but found "
                    + present.size() + " different labels; is this the right file?");
        }
        byte[] counted = new byte[labels.length];
        byte[] classes = new byte[MOST];
        for (int i = 0; i < present.size(); i++) {
            classes[present.get(i)] = (byte) i;
        }
        for (int i = 0; i < labels.length; i++) {
            counted[i] = classes[labels[i] & 0xFF];
        }
        return counted;
    }

    /** What a person should know where labels are missing between 0 and the largest; empty when none is. */
    String note(String title) {
        int last = present.get(present.size() - 1);
        if (areAllFrom(0, last)) {
            return "";
        }
        String missing = ranges(label -> !present.contains(label), last);
        boolean one = last + 1 - present.size() == 1;
        return title + ": no image has " + (one ? "the label " : "any of the labels ") + missing + ", so there "
                + (one ? "is no such class" : "are no such classes") + "; the classes are the labels that occur, "
                + ranges(present::contains, last) + ".";
    }

    /** Numbers in words: "0, 2 and 5 to 9". */
    private static String ranges(IntPredicate wanted, int last) {
        List<String> parts = new ArrayList<>();
        for (int from = 0; from <= last; from++) {
            if (wanted.test(from)) {
                int to = from;
                while (to < last && wanted.test(to + 1)) {
                    to++;
                }
                if (to > from + 1) {
                    parts.add(from + " to " + to);
                } else {
                    IntStream.rangeClosed(from, to).mapToObj(Integer::toString).forEach(parts::add);
                }
                from = to;
            }
        }
        int most = parts.size() - 1;
        return most == 0
                ? parts.get(0)
                : parts.stream().limit(most).collect(Collectors.joining(", ")) + " and " + parts.get(most);
    }
}
