package org.penumbra.archive;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.penumbra.data.DataException;
import org.penumbra.data.home.DataHome;
import org.penumbra.data.home.DataPlace;
import org.penumbra.data.image.BuiltInDigits;
import org.penumbra.data.image.DataIdentity;
import org.penumbra.data.image.Emnist;
import org.penumbra.data.image.ImageData;
import org.penumbra.data.image.ImageFolder;
import org.penumbra.data.image.KnownImages;
import org.penumbra.data.image.PictureFolder;
import org.penumbra.data.image.SomeClasses;
import org.penumbra.net.image.TrainingImages;

/**
 * The images that a model was trained on, found again by its provenance. What they are is told by what they were read from,
 * not by what they are called; where it is somebody's own folder, its path stands in the file of the model, and its images
 * must be the same ones still, or else a test image may be one the model has learnt.
 *
 * @param from where the model comes from
 * @param home where data sets are
 */
public record OriginalImages(TrainingImages from, DataHome home) {

    /** Test images that are made where no files are read. */
    private static final int BUILT_IN_DIGITS = 10_000;

    /** Whether they are pictures, which become images by the model's fit. */
    public boolean arePictures() {
        return from.identity().kind() == DataIdentity.Kind.PICTURES;
    }

    /** The folder they are read from; empty where they are no folder of one's own, or it is not where it was. */
    public Optional<Path> folder() {
        return candidates().stream().filter(this::holdsSuch).findFirst();
    }

    /**
     * The folder they are read from.
     *
     * @param remedy what to do where it is not to be found, a sentence without its full stop
     * @throws DataException when it is not to be found
     */
    public Path found(String remedy) {
        return folder().orElseThrow(() -> new DataException(missing() + ". " + remedy));
    }

    /**
     * Reads or makes them. Takes a second or so.
     *
     * @param remedy what to do where they are not to be found or are not the same, a sentence without its full stop
     * @throws DataException when they are not to be found, are not the same any more, or cannot be read
     */
    public ImageData read(String remedy) {
        return switch (from.identity().kind()) {
            case BUILT_IN -> restricted(new BuiltInDigits(1, BUILT_IN_DIGITS, 1).make());
            case PUBLISHED -> published(from.identity().known().orElseThrow(), remedy);
            case PICTURES, FILES -> own(remedy);
        };
    }

    /**
     * Reads or makes all of them, those that the model has learnt included. Takes a second or so.
     *
     * @param remedy what to do where they are not to be found or are not the same, a sentence without its full stop
     * @throws DataException when they are not to be found, are not the same any more, or cannot be read
     */
    public ImageData readAll(String remedy) {
        if (from.identity().kind() != DataIdentity.Kind.BUILT_IN) {
            return read(remedy);
        }
        return restricted(BuiltInDigits.recorded(from.checksums())
                .orElseThrow(() ->
                        new DataException("the model was trained on built-in digits, but its file does not say by "
                                + "which seed this version of the program makes them again. " + remedy))
                .make());
    }

    private ImageData published(KnownImages known, String remedy) {
        if (home.find(known).isEmpty()) {
            Optional<Path> folder = folder();
            if (folder.isPresent()) {
                return unchanged(folder.get(), DataHome.loadFiles(folder.get(), emnist()), remedy);
            }
        }
        return restricted(home.load(known));
    }

    /** To those classes that the model was trained on, where it was not all of them. */
    private ImageData restricted(ImageData whole) {
        return SomeClasses.recorded(from.checksums())
                .map(some -> some.of(whole))
                .orElse(whole);
    }

    private ImageData own(String remedy) {
        Path folder = found(remedy);
        return unchanged(
                folder,
                arePictures() ? PictureFolder.readWhole(folder, from.fit()) : DataHome.loadFiles(folder, emnist()),
                remedy);
    }

    /** As they were read then. */
    private Emnist emnist() {
        return Emnist.recorded(from.checksums());
    }

    private ImageData unchanged(Path folder, ImageData whole, String remedy) {
        ImageData found = restricted(whole);
        if (!found.checksums().equals(from.checksums())) {
            throw new DataException(
                    folder + ": these are not the images the model was trained on any more: some were added, "
                            + "removed, renamed or changed, or were read otherwise by another version of the program. So some that "
                            + "it learnt could be among the test images. " + remedy);
        }
        return found;
    }

    private String missing() {
        if (!from.areKnown()) {
            return "nobody has said which images this network was trained on";
        }
        String called = "the model was trained on " + (arePictures() ? "own pictures" : "own images") + " called \""
                + from.data() + "\"";
        return from.folder().isEmpty()
                ? called + ", and its file does not say where they are"
                : called + ", which are not in " + from.folder() + " any more";
    }

    /** Where they may be: where they were, then below the folders of data. */
    private List<Path> candidates() {
        List<Path> candidates = new ArrayList<>();
        path(from.folder()).ifPresent(candidates::add);
        for (DataPlace place : home.places()) {
            path(from.data()).ifPresent(name -> candidates.add(place.path().resolve(name)));
        }
        path(from.data()).ifPresent(candidates::add);
        return candidates;
    }

    private static Optional<Path> path(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(Path.of(text));
        } catch (InvalidPathException noPath) {
            return Optional.empty();
        }
    }

    private boolean holdsSuch(Path folder) {
        return Files.isDirectory(folder)
                && (arePictures()
                        ? PictureFolder.isOne(folder)
                        : ImageFolder.at(folder).isComplete());
    }
}
