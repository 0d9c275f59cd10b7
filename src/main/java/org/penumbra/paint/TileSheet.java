package org.penumbra.paint;

import java.util.List;
import org.penumbra.data.ink.StrokeFont;

/**
 * A sheet of small grey images for slides and animations: rows of tiles, each an image with a word above and below it and
 * a bar from 0 to 1 with a mark. It needs neither a display nor a font. All sheets with the same rows, words of the same
 * number of tiles and the same scale have the same size, so that they can follow each other in a GIF.
 *
 * @param title at the top
 * @param note  smaller, at the right of the title; may be empty
 * @param rows  at least one, each with at least one tile
 * @param side  pixels an image is high and wide
 * @param scale pixels of the sheet for one of an image, at least 1
 * @param mark  where the bars have their mark, 0 to 1
 */
public record TileSheet(String title, String note, List<Row> rows, int side, int scale, double mark) {

    private static final int PAPER = 0xFFFFFFFF;
    private static final int INK = 0xFF1B1E28;
    private static final int SOFT_INK = 0xFF4E5466;
    private static final int FRAME = 0xFF9AA0AE;
    private static final int TRACK = 0xFFE4E7EE;
    private static final int REACHED = 0xFFC43D4B;
    private static final int BELOW = 0xFF3B6FD4;

    private static final double TITLE = 13;
    private static final double WORD = 9;
    private static final double PEN = 0.125;
    private static final int MARGIN = 16;
    private static final int GAP = 12;
    private static final int BAR = 6;
    private static final int LEAST_WIDTH = 480;

    /**
     * A row of tiles.
     *
     * @param name above the row; may be empty
     */
    public record Row(String name, List<Tile> tiles) {

        public Row {
            tiles = List.copyOf(tiles);
        }
    }

    /**
     * An image and what is said of it.
     *
     * @param above  a word above the image
     * @param pixels side x side, row by row; 0 is black, 255 (as a signed byte -1) white
     * @param below  a word below the bar
     * @param share  length of the bar, 0 to 1
     */
    public record Tile(String above, byte[] pixels, String below, double share) {}

    public TileSheet {
        rows = List.copyOf(rows);
        if (rows.isEmpty() || rows.stream().anyMatch(row -> row.tiles.isEmpty()) || side < 1 || scale < 1) {
            throw new IllegalArgumentException("a sheet needs rows of tiles, each at least one pixel large");
        }
        for (Row row : rows) {
            for (Tile tile : row.tiles) {
                if (tile.pixels.length != side * side) {
                    throw new IllegalArgumentException("tile \"" + tile.above + "\": expected " + side * side
                            + " pixels, but got " + tile.pixels.length);
                }
            }
        }
    }

    /** Draws it: an opaque picture. */
    public ArgbImage draw() {
        StrokeFont font = new StrokeFont();
        int most = rows.stream().mapToInt(row -> row.tiles.size()).max().orElseThrow();
        int tile = Math.max(side * scale, tileWords(font));
        double words = font.width(title) * TITLE + GAP + font.width(note) * WORD;
        int width = (int) Math.max(LEAST_WIDTH, 2 * MARGIN + Math.max(words, most * tile + (most - 1) * GAP));
        int head = MARGIN + (int) TITLE + MARGIN;
        int height = head + rows.stream().mapToInt(this::rowHeight).sum() + MARGIN - GAP;
        ArgbCanvas canvas = new ArgbCanvas(width, height, PAPER, font);
        canvas.text(title, MARGIN, MARGIN + TITLE, TITLE, 0, TITLE * PEN, INK);
        canvas.text(note, width - MARGIN, MARGIN + TITLE, WORD, 1, WORD * PEN, SOFT_INK);
        int top = head;
        for (Row row : rows) {
            draw(canvas, row, top, tile);
            top += rowHeight(row);
        }
        return canvas.picture();
    }

    /** Room for the longest word that does not change from sheet to sheet. */
    private int tileWords(StrokeFont font) {
        return (int) Math.ceil(rows.stream()
                .flatMap(row -> row.tiles.stream())
                .mapToDouble(tile -> font.width(tile.above) * WORD)
                .max()
                .orElse(0));
    }

    private int rowHeight(Row row) {
        return nameHeight(row) + 2 * (int) WORD + 16 + side * scale + 4 + BAR + GAP;
    }

    private static int nameHeight(Row row) {
        return row.name.isEmpty() ? 0 : (int) WORD + 8;
    }

    private void draw(ArgbCanvas canvas, Row row, int from, int tileWidth) {
        int top = from;
        if (!row.name.isEmpty()) {
            canvas.text(row.name, MARGIN, top + WORD, WORD, 0, WORD * PEN * 1.3, INK);
            top += nameHeight(row);
        }
        int left = MARGIN;
        for (Tile tile : row.tiles) {
            int size = side * scale;
            canvas.text(tile.above, left, top + WORD, WORD, 0, WORD * PEN, SOFT_INK);
            int at = top + (int) WORD + 6;
            canvas.lay(grey(tile.pixels), left, at);
            canvas.outline(left - 1, at - 1, size + 2, size + 2, FRAME);
            int bar = at + size + 4;
            canvas.fill(left, bar, size, BAR, TRACK);
            boolean reached = tile.share >= mark;
            canvas.fill(
                    left,
                    bar,
                    (int) Math.round(size * Math.max(0, Math.min(1, tile.share))),
                    BAR,
                    reached ? REACHED : BELOW);
            canvas.fill(left + (int) Math.round(size * mark) - 1, bar - 2, 1, BAR + 4, INK);
            canvas.text(tile.below, left, bar + BAR + 6 + WORD, WORD, 0, WORD * PEN, reached ? REACHED : INK);
            left += tileWidth + GAP;
        }
    }

    private ArgbImage grey(byte[] pixels) {
        int[] argb = new int[pixels.length];
        for (int i = 0; i < argb.length; i++) {
            argb[i] = 0xFF000000 | (pixels[i] & 0xFF) * 0x010101;
        }
        return new ArgbImage(argb, side, side).scaled(scale);
    }
}
