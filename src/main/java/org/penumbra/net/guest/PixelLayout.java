package org.penumbra.net.guest;

/** How a guest wants its images laid out; n images of 28 x 28 pixels, each row by row. */
public enum PixelLayout {

    /** Vectors: n x 784. */
    FLAT("[n, 784]"),
    /** Maps, the channel first: n x 1 x 28 x 28. */
    CHANNEL_FIRST("[n, 1, 28, 28]"),
    /** Maps, the channel last: n x 28 x 28 x 1. */
    CHANNEL_LAST("[n, 28, 28, 1]");

    private final String words;

    PixelLayout(String words) {
        this.words = words;
    }

    /** As a shape in brackets. */
    public String words() {
        return words;
    }
}
