package org.penumbra.view.shell.place;

import java.util.List;
import java.util.Optional;
import java.util.prefs.Preferences;
import javafx.geometry.Dimension2D;
import javafx.geometry.Rectangle2D;

/**
 * Where a window stands, its frame included, in the pixels of JavaFX, which a screen's scaling has already been taken out
 * of.
 *
 * @param x         of its left edge
 * @param y         of its upper edge
 * @param width     when it is not maximised
 * @param height    when it is not maximised
 * @param maximised whether it fills the screen for now
 */
public record Placement(double x, double y, double width, double height, boolean maximised) {

    private static final String X = "window-x";
    private static final String Y = "window-y";
    private static final String WIDTH = "window-width";
    private static final String HEIGHT = "window-height";
    private static final String MAXIMISED = "window-maximised";

    private static final double LEAST_WIDTH = 960;
    private static final double LEAST_HEIGHT = 640;
    private static final double SMALL_WIDTH = 1280;
    private static final double SMALL_HEIGHT = 800;
    private static final double LARGE_WIDTH = 1680;
    private static final double LARGE_HEIGHT = 1050;
    /** Of a screen that has room for more than the smallest comfortable window. */
    private static final double SHARE_OF_SCREEN = 0.9;
    /** A frame that the toolkit counts in one place and not in another differs by no more, pixels. */
    private static final double FRAME = 40;
    /** Of the title bar, pixels: how high it is at least, and how much of it a hand needs. */
    private static final double TITLE_BAR = 20;

    private static final double HANDLE = 120;
    /** No screen reaches so far, pixels: a larger number was not written by this program. */
    private static final double FARTHEST = 100_000;

    /** A window for somebody who has not said yet how large it should be, in the middle of a screen. */
    public static Placement comfortable(Rectangle2D screen) {
        double width = comfortable(SMALL_WIDTH, LARGE_WIDTH, screen.getWidth());
        double height = comfortable(SMALL_HEIGHT, LARGE_HEIGHT, screen.getHeight());
        return new Placement(
                Math.rint(screen.getMinX() + (screen.getWidth() - width) / 2),
                Math.rint(screen.getMinY() + (screen.getHeight() - height) / 2),
                width,
                height,
                false);
    }

    /** A gap beside the window that is too narrow for anything else is given to the window. */
    private static double comfortable(double small, double large, double available) {
        double share = SHARE_OF_SCREEN * available;
        return share < small ? available : Math.rint(Math.min(large, share));
    }

    /** The least size at which the window is of use, or that of a screen that is smaller. */
    public static Dimension2D least(Rectangle2D screen) {
        return new Dimension2D(Math.min(LEAST_WIDTH, screen.getWidth()), Math.min(LEAST_HEIGHT, screen.getHeight()));
    }

    /** What was last remembered there; nothing where that is no place that a window can have had. */
    public static Optional<Placement> remembered(Preferences memory) {
        Placement placement = new Placement(
                memory.getDouble(X, Double.NaN),
                memory.getDouble(Y, Double.NaN),
                memory.getDouble(WIDTH, Double.NaN),
                memory.getDouble(HEIGHT, Double.NaN),
                memory.getBoolean(MAXIMISED, false));
        return Optional.of(placement).filter(Placement::isPossible);
    }

    /** Remembers this for the next start. */
    public void remember(Preferences memory) {
        memory.putDouble(X, x);
        memory.putDouble(Y, y);
        memory.putDouble(WIDTH, width);
        memory.putDouble(HEIGHT, height);
        memory.putBoolean(MAXIMISED, maximised);
    }

    private boolean isPossible() {
        return isPlace(x) && isPlace(y) && isLength(width) && isLength(height);
    }

    /** False for what is no number, too. */
    private static boolean isPlace(double at) {
        return Math.abs(at) <= FARTHEST;
    }

    private static boolean isLength(double length) {
        return length >= 1 && length <= FARTHEST;
    }

    /**
     * The same, moved and resized as little as it takes to lie on one of the screens with all of it. Where none of it lies
     * on any, it comes to the middle of the first.
     *
     * @param screens what windows may cover of each, the main one first; not empty
     */
    public Placement onto(List<Rectangle2D> screens) {
        Rectangle2D screen = screenAmong(screens);
        Dimension2D least = least(screen);
        double nextWidth = Math.min(screen.getWidth(), Math.max(least.getWidth(), width));
        double nextHeight = Math.min(screen.getHeight(), Math.max(least.getHeight(), height));
        boolean seen = shared(screen) > 0;
        return new Placement(
                into(
                        seen ? x : middle(screen.getMinX(), screen.getMaxX(), nextWidth),
                        screen.getMinX(),
                        screen.getMaxX() - nextWidth),
                into(
                        seen ? y : middle(screen.getMinY(), screen.getMaxY(), nextHeight),
                        screen.getMinY(),
                        screen.getMaxY() - nextHeight),
                nextWidth,
                nextHeight,
                maximised);
    }

    /** The screen that most of the window lies on; the first where it lies on none. */
    public Rectangle2D screenAmong(List<Rectangle2D> screens) {
        return screens.stream()
                .reduce((one, other) -> shared(other) > shared(one) ? other : one)
                .orElseThrow(() -> new IllegalArgumentException("screens: expected one at least, but got none"));
    }

    /** Whether the title bar can be taken hold of, and no edge is where no screen has room for it. */
    boolean isWithinReach(List<Rectangle2D> screens) {
        Placement bar = new Placement(x, y, width, TITLE_BAR, false);
        return screens.stream()
                .anyMatch(screen -> width <= screen.getWidth()
                        && height <= screen.getHeight()
                        && bar.across(screen) >= Math.min(HANDLE, width)
                        && bar.upright(screen) >= TITLE_BAR / 2);
    }

    /** Whether both lengths are the same, to a pixel. */
    boolean hasSizeOf(Placement other) {
        return isNear(width, other.width, 1) && isNear(height, other.height, 1);
    }

    /**
     * Whether a window that has been opened has got its size by a fault of the window manager or of the toolkit: it is far
     * too small, or wrong by its frame.
     *
     * @param asked what it should be
     */
    boolean isAccidentOfOpening(Placement asked, List<Rectangle2D> screens) {
        Dimension2D least = least(screenAmong(screens));
        boolean tiny =
                width < Math.min(least.getWidth(), asked.width) && height < Math.min(least.getHeight(), asked.height);
        return !hasSizeOf(asked) && (tiny || isNearly(asked));
    }

    /**
     * Whether a window that was maximised has got its size by a fault of the window manager or of the toolkit: it has the
     * least size or even less, still covers the screen, or has the size it had before but for its frame.
     *
     * @param before what it was before it was maximised
     */
    boolean isAccident(Placement before, List<Rectangle2D> screens) {
        Rectangle2D screen = screenAmong(screens);
        Dimension2D least = least(screen);
        boolean tiny = width <= least.getWidth() + 1 && height <= least.getHeight() + 1;
        boolean covers = width >= screen.getWidth() - FRAME && height >= screen.getHeight() - FRAME;
        return !hasSizeOf(before) && (tiny || covers || isNearly(before));
    }

    private boolean isNearly(Placement other) {
        return isNear(width, other.width, FRAME) && isNear(height, other.height, FRAME);
    }

    private static boolean isNear(double one, double other, double distance) {
        return Math.abs(one - other) <= distance;
    }

    /** The same size and place, maximised or not. */
    Placement maximised(boolean now) {
        return new Placement(x, y, width, height, now);
    }

    private double shared(Rectangle2D screen) {
        return across(screen) * upright(screen);
    }

    private double across(Rectangle2D screen) {
        return Math.max(0, Math.min(x + width, screen.getMaxX()) - Math.max(x, screen.getMinX()));
    }

    private double upright(Rectangle2D screen) {
        return Math.max(0, Math.min(y + height, screen.getMaxY()) - Math.max(y, screen.getMinY()));
    }

    private static double middle(double from, double to, double length) {
        return Math.rint((from + to - length) / 2);
    }

    private static double into(double at, double from, double to) {
        return Math.max(from, Math.min(to, at));
    }
}
