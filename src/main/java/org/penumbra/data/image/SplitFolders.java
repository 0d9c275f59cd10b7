package org.penumbra.data.image;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.penumbra.data.image.ClassFolders.Part;

/**
 * A folder that somebody has split already: in it folders called train, test or val, in any case, and in those the folders of
 * the classes. Classes may be called "train" and "test", too: then there are pictures in these folders, and no folders.
 */
final class SplitFolders {

    private static final Map<String, Part> PARTS = Map.of(
            "train", Part.TRAINING,
            "training", Part.TRAINING,
            "test", Part.TEST,
            "testing", Part.TEST,
            "val", Part.VALIDATION,
            "valid", Part.VALIDATION,
            "validation", Part.VALIDATION);

    private SplitFolders() {}

    /**
     * A folder with folders of classes.
     *
     * @param part that its pictures belong to
     */
    record Place(Path folder, Part part) {}

    /** Whether a folder is one: one of its folders is called like a part, holds folders of classes and no pictures. */
    static boolean isOne(Path path) {
        return ClassFolders.contents(path).stream().anyMatch(SplitFolders::isPart);
    }

    private static boolean isPart(Path folder) {
        return Files.isDirectory(folder)
                && part(folder).isPresent()
                && ClassFolders.holdsClasses(folder)
                && !ClassFolders.holdsPictures(folder);
    }

    private static Optional<Part> part(Path folder) {
        return Optional.ofNullable(PARTS.get(ClassFolders.nameOf(folder).toLowerCase(Locale.ROOT)));
    }

    /**
     * The parts. Where there is but one to learn from, and none to test with, it is split as any folder is.
     *
     * @param strays receives what lies beside them
     */
    static List<Place> at(Path path, List<OwnImages.Refused> strays) {
        List<Place> places = new ArrayList<>();
        for (Path found : ClassFolders.contents(path)) {
            Optional<Part> part = part(found).filter(named -> Files.isDirectory(found));
            if (part.isPresent()) {
                places.add(new Place(found, part.get()));
            } else {
                strays.add(new OwnImages.Refused(
                        found,
                        found
                                + ": it lies beside the folders of pictures to learn from and to test with. Move it into one of "
                                + "them or elsewhere."));
            }
        }
        boolean onlyToLearn = places.stream().allMatch(place -> place.part() == Part.TRAINING);
        return onlyToLearn
                ? places.stream()
                        .map(place -> new Place(place.folder(), Part.NONE))
                        .toList()
                : places;
    }
}
