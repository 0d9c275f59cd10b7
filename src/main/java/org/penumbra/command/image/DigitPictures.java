package org.penumbra.command.image;

import java.nio.file.Path;
import org.penumbra.data.ink.DigitImage;
import org.penumbra.data.ink.Picture;
import org.penumbra.data.ink.PictureFile;
import picocli.CommandLine.Option;

/** How commands read pictures; mixed in with {@code @Mixin}. */
final class DigitPictures {

    @Option(
            names = "--as-is",
            description = "Take pictures of 28 x 28 pixels as they are, light ink on black, as MNIST and "
                    + "Fashion-MNIST have them. Otherwise the ink, dark on light or light on dark, is cropped, shrunk and centred as "
                    + "MNIST's was.")
    private boolean asIs;

    boolean asIs() {
        return asIs;
    }

    /**
     * The image a network sees of a picture.
     *
     * @return 784 numbers, row by row, 0 (background) to 1 (ink)
     * @throws org.penumbra.data.ink.PictureException when the file cannot be read, is blank, or has the wrong size
     */
    float[] read(Path file) {
        Picture picture = PictureFile.read(file);
        return (asIs ? DigitImage.asIs(picture) : DigitImage.of(picture)).pixels();
    }
}
