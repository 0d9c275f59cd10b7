package org.penumbra.data.ink;

import com.drew.metadata.exif.ExifDirectoryBase;

/**
 * Which way up a picture is to be looked at. A camera that is held on its side writes its pixels as they come and notes
 * beside them, as EXIF, how they are to be turned: one of eight ways, numbered 1 to 8 (CIPA DC-008, "Orientation").
 *
 * @param swaps   whether rows become columns, at the end
 * @param mirrors whether the rows of the file run from right to left
 * @param flips   whether the rows of the file come from the bottom up
 */
record Orientation(boolean swaps, boolean mirrors, boolean flips) {

    /** As the pixels lie in the file. */
    static final Orientation UPRIGHT = of(1);

    /** One of the eight ways. */
    static Orientation of(int number) {
        return switch (number) {
            case 1 -> new Orientation(false, false, false);
            case 2 -> new Orientation(false, true, false);
            case 3 -> new Orientation(false, true, true);
            case 4 -> new Orientation(false, false, true);
            case 5 -> new Orientation(true, false, false);
            case 6 -> new Orientation(true, false, true);
            case 7 -> new Orientation(true, true, true);
            case 8 -> new Orientation(true, true, false);
            default -> throw new IllegalArgumentException("orientation: expected 1 to 8, but got " + number);
        };
    }

    /**
     * What an EXIF block says of the picture itself; what it says of a thumbnail does not count. A block that cannot be
     * read, says nothing, or says a number that means nothing leaves the picture as it lies in its file, as all other
     * programs do: the pixels are whole, and guessing would turn them wrongly.
     *
     * @param exif from its header on, which tells the order of bytes
     * @param name of the picture, for the log
     */
    static Orientation of(byte[] exif, String name) {
        return ExifBlock.number(exif, ExifDirectoryBase.TAG_ORIENTATION, name)
                .filter(number -> number >= 1 && number <= 8)
                .map(Orientation::of)
                .orElse(UPRIGHT);
    }

    /** The picture as it is to be looked at. */
    Picture upright(Picture picture) {
        if (equals(UPRIGHT)) {
            return picture;
        }
        int width = swaps ? picture.height() : picture.width();
        int height = swaps ? picture.width() : picture.height();
        float[] grey = new float[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int column = swaps ? y : x;
                int row = swaps ? x : y;
                int fromColumn = mirrors ? picture.width() - 1 - column : column;
                int fromRow = flips ? picture.height() - 1 - row : row;
                grey[y * width + x] = picture.grey()[fromRow * picture.width() + fromColumn];
            }
        }
        return new Picture(picture.name(), width, height, grey, picture.unsure());
    }
}
