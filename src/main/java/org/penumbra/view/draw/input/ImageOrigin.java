package org.penumbra.view.draw.input;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.penumbra.data.image.ImageSet;
import org.penumbra.data.image.KnownImages;
import org.penumbra.data.ink.DigitImage;
import org.penumbra.data.ink.FittedImage;
import org.penumbra.state.DrawnPicture.TestImage;

/**
 * Where test images come from.
 *
 * @param title   shown to people, "MNIST"
 * @param image   what one of them is called, "MNIST test image"
 * @param classes the names of the classes, by label
 * @param known   the published data set; empty for the digits the program makes itself
 */
record ImageOrigin(String title, String image, List<String> classes, Optional<KnownImages> known) {

    /** The digits the program makes itself, which need no files. */
    static final ImageOrigin BUILT_IN = new ImageOrigin(
            "Built-in digits",
            "built-in digit",
            List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9"),
            Optional.empty());

    /** The published data sets of images as large as the networks see them, then the built-in digits. */
    static List<ImageOrigin> all(List<KnownImages> published) {
        return Stream.concat(
                        published.stream()
                                .filter(known -> known.side() == DigitImage.SIDE)
                                .map(known -> new ImageOrigin(
                                        known.title(),
                                        known.title() + " test image",
                                        known.classes(),
                                        Optional.of(known))),
                        Stream.of(BUILT_IN))
                .toList();
    }

    /** One of its images; the index counts from 0, as in the files. */
    Base.Still still(ImageSet images, int index) {
        String name = classes.get(images.label(index));
        return new Base.Still(
                image + " " + index + ", " + (startsWithVowel(name) ? "an " : "a ") + name,
                FittedImage.same(images.image(index)),
                Optional.of(new TestImage(data(), index)));
    }

    /** How a state names it. */
    String data() {
        return known.map(KnownImages::name).orElse(TestImage.BUILT_IN);
    }

    private static boolean startsWithVowel(String name) {
        return "8AEIOaeio".indexOf(name.charAt(0)) >= 0;
    }
}
