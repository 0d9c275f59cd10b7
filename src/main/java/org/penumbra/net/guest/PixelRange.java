package org.penumbra.net.guest;

/** Which numbers stand for no light and for full light in the images that a guest was trained on. */
public enum PixelRange {

    /** 0 and 1. */
    UNIT("0 to 1"),
    /** 0 and 255, as the files of MNIST have it. */
    BYTES("0 to 255"),
    /** -1 and 1. */
    SIGNED("-1 to 1"),
    /** 0 to 1, less a mean, divided by a deviation. */
    STANDARDISED("standardised");

    private final String words;

    PixelRange(String words) {
        this.words = words;
    }

    /** For a menu. */
    public String words() {
        return words;
    }
}
