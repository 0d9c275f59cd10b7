package org.penumbra.data.image;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.penumbra.data.image.DataIdentity.Kind;
import org.penumbra.data.ink.Fit;

/** What a data set is, and how its images were fitted, whatever it is called. */
class DataIdentityTest {

    private static final List<String> DIGITS = List.of("0", "1", "2");
    private static final List<String> NAMES = List.of("left", "right");

    @Test
    void ownPicturesCalledLikeAPublishedSetAreOwnPictures() {
        DataIdentity own = DataIdentity.of("mnist", Map.of("pictures", "0", "read", "as whole, split by seed 1"));
        assertEquals(new DataIdentity(Kind.PICTURES, Optional.empty()), own);
        assertEquals(
                Kind.PICTURES,
                DataIdentity.of("built-in-digits", Map.of("pictures", "0")).kind());
    }

    @Test
    void filesAreToldByTheirChecksums() {
        for (KnownImages known : KnownImages.all()) {
            Map<String, String> sums = new HashMap<>();
            known.md5().forEach((file, sum) -> sums.put(file.standardName(), sum));
            assertEquals(
                    new DataIdentity(Kind.PUBLISHED, Optional.of(known)), DataIdentity.of("a folder of mine", sums));
            sums.put(ImageFile.TEST_LABELS.standardName(), "of other labels");
            assertEquals(new DataIdentity(Kind.FILES, Optional.empty()), DataIdentity.of(known.name(), sums));
        }
        assertEquals(
                Kind.BUILT_IN,
                DataIdentity.of("mnist", Map.of("generator", "version 1")).kind());
        assertEquals(Kind.PUBLISHED, DataIdentity.of("mnist", Map.of()).kind(), "only its name is known");
    }

    @Test
    void theFitOfOldModelsFollowsFromTheirData() {
        assertEquals(Fit.DIGIT, fit("mnist", Map.of(), DIGITS));
        assertEquals(Fit.DIGIT, fit("built-in-digits", Map.of("generator", "version 1"), DIGITS));
        assertEquals(Fit.AS_IS, fit("fashion-mnist", Map.of(), NAMES));
        assertEquals(Fit.WHOLE, fit("mnist", Map.of("pictures", "0", "read", "as whole, split by seed 1"), DIGITS));
        assertEquals(Fit.DIGIT, fit("letters", Map.of("pictures", "0", "read", "as digit, split by seed 1"), NAMES));
        assertEquals(Fit.AS_IS, fit("letters", Map.of("pictures", "0", "read", "as is, split by seed 1"), NAMES));
        assertEquals(Fit.DIGIT, fit("numbers", Map.of("train-images-idx3-ubyte", "0"), DIGITS));
        assertEquals(Fit.AS_IS, fit("shapes", Map.of("train-images-idx3-ubyte", "0"), NAMES));
    }

    @Test
    void somebodysImagesTellThemselvesWhetherTheyWereCentred() {
        assertEquals(Fit.DIGIT, ImageFit.of(new BuiltInDigits(200, 1, 3).make().training()));
        byte[] pixels = new byte[10 * 784];
        for (int i = 0; i < 10; i++) {
            for (int at = 3; at < 25; at++) {
                pixels[i * 784 + at * 28 + at] = 90;
            }
        }
        assertEquals(Fit.AS_IS, ImageFit.of(new ImageSet(28, 28, pixels, new byte[10])), "a box of 22 x 22");
        assertEquals(Fit.AS_IS, ImageFit.of(new ImageSet(28, 28, new byte[784], new byte[1])), "nothing to see");
        assertEquals(Fit.AS_IS, ImageFit.of(new ImageSet(2, 2, new byte[4], new byte[1])));
    }

    private static Fit fit(String name, Map<String, String> checksums, List<String> classes) {
        return DataIdentity.of(name, checksums).fit(classes, checksums);
    }
}
