package org.penumbra.net.image;

import org.penumbra.data.SettingProblem;

/**
 * The shape of an image network.
 *
 * @param architecture which of the four
 * @param classes      k, 1 to 100; with 1 the softmax is 1 everywhere, and only the code and the reconstruction tell anything
 * @param omega        units a class, 1 to 20; 1 unless COOL
 */
public record ImageSettings(ImageArchitecture architecture, int classes, int omega) {

    /** Pixels an image is high and wide. */
    public static final int SIDE = 28;
    /** D, pixels an image. */
    public static final int PIXELS = SIDE * SIDE;
    /** Most classes. */
    public static final int MOST_CLASSES = 100;
    /** Most units a class. */
    public static final int MOST_OMEGA = 20;

    public ImageSettings {
        if (classes < 1 || classes > MOST_CLASSES) {
            throw new SettingProblem("classes", "1 to " + MOST_CLASSES, classes);
        }
        int most = architecture == ImageArchitecture.COOL ? MOST_OMEGA : 1;
        if (omega < 1 || omega > most) {
            throw new SettingProblem("omega", most == 1 ? "1, as only COOL has more" : "1 to " + most, omega);
        }
    }

    /** Units under the softmax: classes * omega; unit {@code k * omega + j} is the j-th of class k. */
    public int units() {
        return classes * omega;
    }

    /** What the answers of such a network look like. */
    public ImageShape shape() {
        return new ImageShape(classes, omega, ImageLayout.CODE, architecture.reconstructs());
    }
}
