package org.penumbra.data.image;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The names of a model's classes, by which the labels of other images are understood: what counts is what a class is called,
 * never at which place it stands.
 *
 * @param names by the model's labels
 */
public record ClassNames(List<String> names) {

    private static final int UNKNOWN = -1;
    /** Characters that some system allows in no file's name, so that no folder can be called like the class. */
    private static final String ILLEGAL = "[/\\\\:*?\"<>|]";
    /** What people write in their place. */
    private static final List<String> SUBSTITUTES = List.of("_", "-", " ", "");

    public ClassNames {
        names = List.copyOf(names);
    }

    /**
     * A set's images as the model labels them.
     *
     * @param images  of classes the model knows, under its labels; the others are still there, under label 0
     * @param unknown names of classes that occur and that the model does not know; with them the labels mean nothing
     * @param absent  names of the model's classes of which there is no image
     */
    public record Match(ImageSet images, List<String> unknown, List<String> absent) {

        /** Whether every image has a label of the model. */
        public boolean isWhole() {
            return unknown.isEmpty();
        }
    }

    /**
     * Finds the model's label of each image.
     *
     * @param images  some images
     * @param classes the names of their classes, by their labels
     */
    public Match match(ImageSet images, List<String> classes) {
        int[] to = classes.stream().mapToInt(this::labelOf).toArray();
        boolean[] occurs = new boolean[classes.size()];
        boolean[] present = new boolean[names.size()];
        for (int i = 0; i < images.count(); i++) {
            int label = images.label(i);
            occurs[label] = true;
            if (to[label] != UNKNOWN) {
                present[to[label]] = true;
            }
        }
        List<String> unknown = IntStream.range(0, to.length)
                .filter(label -> occurs[label] && to[label] == UNKNOWN)
                .mapToObj(classes::get)
                .toList();
        List<String> absent = IntStream.range(0, present.length)
                .filter(label -> !present[label])
                .mapToObj(names::get)
                .toList();
        return new Match(
                images.relabelled(
                        Arrays.stream(to).map(label -> Math.max(0, label)).toArray()),
                unknown,
                absent);
    }

    private int labelOf(String name) {
        String composed = Normalizer.normalize(name, Normalizer.Form.NFC);
        for (int label = 0; label < names.size(); label++) {
            if (spellings(names.get(label)).anyMatch(composed::equals)) {
                return label;
            }
        }
        return UNKNOWN;
    }

    /** A class's name as a folder may have it; "T-shirt/top" is "T-shirt_top" there. */
    private static Stream<String> spellings(String name) {
        String composed = Normalizer.normalize(name, Normalizer.Form.NFC);
        return Stream.concat(
                Stream.of(composed), SUBSTITUTES.stream().map(substitute -> composed.replaceAll(ILLEGAL, substitute)));
    }
}
