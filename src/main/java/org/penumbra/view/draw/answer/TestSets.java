package org.penumbra.view.draw.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.penumbra.archive.OriginalImages;
import org.penumbra.confidence.Population;
import org.penumbra.data.home.DataHome;
import org.penumbra.data.image.BuiltInDigits;
import org.penumbra.data.image.ClassNames;
import org.penumbra.data.image.ImageData;
import org.penumbra.data.image.ImageSet;
import org.penumbra.data.image.KnownImages;
import org.penumbra.data.image.NoiseImages;
import org.penumbra.net.image.ImageModel;
import org.penumbra.net.image.ImageSettings;

/**
 * The sets of images a model is tested with when nobody stored its answers: the test images of the data it was trained on
 * if they are here, or built-in digits if it knows digits; noise; and those of another data set that is here.
 *
 * @param sets   to ask the model about; empty when there is nothing it could be right about
 * @param wanted the data set that is missing then, if the program knows it
 */
record TestSets(List<TestSet> sets, Optional<KnownImages> wanted) {

    private static final int DIGITS = 2000;
    private static final int NOISES = 1000;
    private static final long NOISE_SEED = 1;

    /**
     * Images with the same meaning to a model.
     *
     * @param name  as {@link Population} has it
     * @param title for people
     * @param known whether their labels are classes of the model
     */
    record TestSet(String name, String title, ImageSet images, boolean known) {}

    /**
     * Reads or makes them; takes a second or so.
     *
     * @throws org.penumbra.data.DataException when files are here but wrong
     */
    static TestSets of(ImageModel model, DataHome home) {
        OriginalImages original = new OriginalImages(model.trainingImages(), home);
        boolean isOwn = model.trainingImages().identity().isOwn();
        Optional<KnownImages> own = model.trainingImages().identity().known();
        List<TestSet> sets = new ArrayList<>();
        if (own.isPresent() && home.find(own.get()).isPresent()) {
            sets.add(stored(
                    Population.TEST,
                    own.get(),
                    home,
                    model.classes().equals(own.get().classes())));
        } else if (isOwn && original.folder().isPresent()) {
            ImageData images = original.read("Draw and open pictures all the same");
            ClassNames.Match match = new ClassNames(model.classes()).match(images.test(), images.classes());
            sets.add(new TestSet(Population.TEST, images.title() + " test images", match.images(), match.isWhole()));
        } else if (model.classes().equals(digits())) {
            sets.add(new TestSet(
                    Population.TEST,
                    "built-in digits",
                    new BuiltInDigits(1, DIGITS, 0).make().test(),
                    true));
        } else {
            return new TestSets(List.of(), own);
        }
        KnownImages.all().stream()
                .filter(known ->
                        !own.equals(Optional.of(known)) && home.find(known).isPresent())
                .reduce((first, last) -> last)
                .ifPresent(other -> sets.add(stored(Population.OTHER, other, home, false)));
        sets.add(new TestSet(
                Population.NOISE,
                "uniform noise",
                new NoiseImages(NOISES, ImageSettings.SIDE, NOISE_SEED).make(),
                false));
        return new TestSets(List.copyOf(sets), Optional.empty());
    }

    private static TestSet stored(String name, KnownImages known, DataHome home, boolean labelled) {
        return new TestSet(
                name, known.title() + " test images", home.load(known).test(), labelled);
    }

    private static List<String> digits() {
        return IntStream.range(0, 10).mapToObj(Integer::toString).toList();
    }
}
