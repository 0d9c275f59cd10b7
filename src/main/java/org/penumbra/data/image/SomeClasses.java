package org.penumbra.data.image;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.penumbra.data.DataException;
import org.penumbra.data.OutsideText;

/**
 * Some of the classes of a data set: a network that learns these alone meets all others as unknown. The choice stands among the
 * checksums of what it makes, so that the same images are found again.
 *
 * @param names of the classes, in the order of the set; at least one
 */
public record SomeClasses(List<String> names) {

    /** Under which the checksums tell the choice. */
    public static final String KEY = "classes";

    /** Between the names, as it stands in none. */
    private static final String BETWEEN = "|";

    public SomeClasses {
        names = List.copyOf(names);
        if (names.isEmpty()) {
            throw new IllegalArgumentException("classes: expected at least one");
        }
    }

    /** The choice by which images were made that have these checksums; empty where they are of all classes. */
    public static Optional<SomeClasses> recorded(Map<String, String> checksums) {
        String told = checksums.get(KEY);
        return told == null || told.isEmpty()
                ? Optional.empty()
                : Optional.of(new SomeClasses(Arrays.asList(told.split("\\|", -1))));
    }

    /**
     * The images of these classes, training and test, in their order, with labels from 0 in the order of the names.
     *
     * @throws DataException when the set has no such class, or a name is given twice
     */
    public ImageData of(ImageData whole) {
        List<String> missing =
                names.stream().filter(name -> !whole.classes().contains(name)).toList();
        if (!missing.isEmpty()) {
            throw new DataException(whole.title() + ": expected some of its classes, "
                    + String.join(", ", whole.classes()) + ", but got "
                    + String.join(
                            ", ", missing.stream().map(OutsideText::quoted).toList()));
        }
        if (new LinkedHashSet<>(names).size() < names.size()) {
            throw new DataException(whole.title() + ": expected each class once, but got " + String.join(", ", names));
        }
        if (names.stream().anyMatch(name -> name.contains(BETWEEN))) {
            throw new DataException(whole.title() + ": a class whose name holds \"" + BETWEEN
                    + "\" cannot be chosen by its name; rename its folder");
        }
        Map<String, String> checksums = new HashMap<>(whole.checksums());
        checksums.put(KEY, String.join(BETWEEN, names));
        return new ImageData(
                whole.name(),
                whole.title() + ", classes " + String.join(", ", names),
                names,
                chosen(whole.training(), whole.classes()),
                chosen(whole.test(), whole.classes()),
                checksums,
                whole.notes(),
                whole.fit(),
                whole.folder());
    }

    private ImageSet chosen(ImageSet images, List<String> classes) {
        int[] to = classes.stream().mapToInt(names::indexOf).toArray();
        ImageSet some = images.chosen(IntStream.range(0, images.count())
                .filter(i -> to[images.label(i)] >= 0)
                .toArray());
        return some.relabelled(
                Arrays.stream(to).map(label -> Math.max(0, label)).toArray());
    }
}
