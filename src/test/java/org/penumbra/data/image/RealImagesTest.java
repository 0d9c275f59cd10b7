package org.penumbra.data.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.penumbra.data.home.DataHome;

/** The published files, where this machine has them. */
class RealImagesTest {

    @ParameterizedTest
    @CsvSource({"mnist, 5, 33.3", "fashion-mnist, 9, 72.9"})
    void publishedFilesAreReadAndRecognised(String name, int firstLabel, double meanPixel) {
        KnownImages known = KnownImages.named(name);
        String folder = System.getenv(DataHome.VARIABLE);
        DataHome home = DataHome.in(Path.of(folder == null || folder.isBlank() ? "../shared/data" : folder));
        assumeTrue(home.find(known).isPresent(), () -> name + " is not in " + home.places());
        ImageData data = home.load(name);
        assertEquals(60_000, data.training().count());
        assertEquals(10_000, data.test().count());
        assertEquals(firstLabel, data.training().label(0));
        assertEquals(meanPixel, 255 * mean(data.training()), 0.1);
        assertEquals(
                name, DataHome.loadFolder(home.find(known).orElseThrow().path()).name());
    }

    private static double mean(ImageSet images) {
        double sum = 0;
        for (int i = 0; i < images.count(); i++) {
            for (float pixel : images.image(i)) {
                sum += pixel;
            }
        }
        return sum / images.count() / images.pixels();
    }
}
