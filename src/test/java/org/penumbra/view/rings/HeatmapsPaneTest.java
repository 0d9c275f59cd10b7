package org.penumbra.view.rings;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.penumbra.kit.window.ShownWindow.await;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.animation.AnimationTimer;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.PickResult;
import javafx.scene.input.ScrollEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.penumbra.confidence.ConfidenceField;
import org.penumbra.data.Position;
import org.penumbra.data.plane.PlaneRegion;
import org.penumbra.view.rings.field.Field;
import org.penumbra.view.rings.field.Spread;
import org.penumbra.view.widget.plot.PlaneScale;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

@Timeout(value = 240, unit = TimeUnit.SECONDS)
class HeatmapsPaneTest extends ApplicationTest {
    private final FakeState state = new FakeState();
    private HeatmapsPane pane;

    @Override
    public void start(Stage stage) {
        state.train(200, 3000);
        pane = new HeatmapsPane(state.source());
        stage.setScene(new Scene(pane, 700, 700));
        stage.show();
    }

    @Test
    void alphaMovesThePixelsOfConfidenceAndScaledOutputsAlone() {
        await(() -> pane.pixels(Field.SCALED).length == 40_000);
        int[][] before = all();
        interact(() -> state.confidence.set(state.confidence.get().withAlpha(2)));
        await(() -> !Arrays.equals(before[Field.SCALED.ordinal()], pane.pixels(Field.SCALED)));
        assertArrayEquals(before[Field.PREDICTION.ordinal()], pane.pixels(Field.PREDICTION));
        assertArrayEquals(before[Field.CURVATURE.ordinal()], pane.pixels(Field.CURVATURE));
        assertFalse(Arrays.equals(before[Field.CONFIDENCE.ordinal()], pane.pixels(Field.CONFIDENCE)));
        assertTrue(pane.lastRepaintMillis() > 0);
    }

    @Test
    void betaZeroMakesTheCurvatureFactorPlain() {
        await(() -> Arrays.stream(pane.pixels(Field.CURVATURE)).distinct().count() > 50);
        interact(() -> state.confidence.set(state.confidence.get().withBeta(0)));
        await(() -> Arrays.stream(pane.pixels(Field.CURVATURE)).distinct().count() == 1);
    }

    @Test
    void aNewFrameIsPaintedByTheNextPulses() {
        await(() -> pane.grid() != null);
        interact(() -> state.train(100, 30));
        await(() -> pane.pixels(Field.PREDICTION).length == 10_000);
        assertEquals(100, pane.image(Field.CONFIDENCE).getWidth());
    }

    @Test
    void theContourRunsWhereTheScaledOutputsReachTau() {
        await(() -> pane.grid() != null);
        WritableImage without = plot(Field.SCALED);
        interact(() -> state.contour.set(Spread.EVERYWHERE));
        WritableImage[] with = new WritableImage[1];
        await(() -> different(without, with[0] = plot(Field.SCALED)).size() > 300);

        float[] best = ConfidenceField.of(state.frame.get().response(), state.confidence.get())
                .bestScaled();
        for (int[] pixel : different(without, with[0])) {
            double column = (pixel[0] + 0.5) * 200 / without.getWidth();
            double row = (pixel[1] + 0.5) * 200 / without.getHeight();
            assertTrue(straddles(best, column, row, 4, 0.5), "a pixel far from the border: " + Arrays.toString(pixel));
        }
    }

    @Test
    void arrowsAndPointsAreDrawnWhereTheyAreSwitchedOn() {
        await(() -> pane.grid() != null);
        WritableImage bare = atRest(Field.CONFIDENCE);
        interact(() -> state.arrows.set(true));
        await(() -> different(bare, plot(Field.CONFIDENCE)).size() > 2000);
        interact(() -> state.arrows.set(false));
        interact(() -> state.points.set(Spread.EVERYWHERE));
        List<int[]> dots = new ArrayList<>();
        await(
                () -> {
                    dots.clear();
                    dots.addAll(different(bare, plot(Field.CONFIDENCE)));
                    return dots.size() > 2000 && dots.stream().allMatch(pixel -> onARing(bare, pixel, dotBeyond(bare)));
                },
                () -> dots.size() + " pixels, off the rings first "
                        + dots.stream()
                                .filter(pixel -> !onARing(bare, pixel, dotBeyond(bare)))
                                .findFirst()
                                .map(Arrays::toString)
                                .orElse("none"));
    }

    /** The picture without a pointer over it, some pulses later, when all is drawn that was asked for. */
    private WritableImage atRest(Field field) {
        moveTo(1, 1);
        await(() -> state.pointer.get() == null);
        AtomicInteger pulses = new AtomicInteger();
        AnimationTimer timer = new AnimationTimer() {
            @Override
            public void handle(long now) {
                pulses.incrementAndGet();
            }
        };
        interact(timer::start);
        await(() -> pulses.get() > 5);
        interact(timer::stop);
        return plot(field);
    }

    @Test
    void theWheelZoomsAboutThePointerInAllFour() {
        await(() -> pane.grid() != null);
        moveTo(at(Field.CONFIDENCE, 0.75, 0.25));
        await(() -> state.pointer.get() != null);
        Position before = state.pointer.get();
        turnWheelAway(plotNode(Field.CONFIDENCE), 2);
        assertEquals(5 / 1.44, state.region.get().width(), 1e-9);
        assertEquals(before.x(), state.pointer.get().x(), 1e-9);
        double share =
                (before.x() - state.region.get().xMin()) / state.region.get().width();
        assertEquals(0.75, share, 0.01);
        for (Field field : Field.values()) {
            assertEquals(state.region.get(), pane.view(field).regionProperty().get());
        }
    }

    @Test
    void draggingPansAndTheButtonInTheCornerGoesHome() {
        await(() -> pane.grid() != null);
        double side = plotNode(Field.PREDICTION).getBoundsInLocal().getWidth();
        drag(at(Field.PREDICTION, 0.5, 0.5), MouseButton.PRIMARY).moveBy(30, 20).drop();
        PlaneRegion moved = state.region.get();
        assertEquals(-2.5 - 30 * 5 / side, moved.xMin(), 0.05);
        assertEquals(2.5 + 20 * 5 / side, moved.yMax(), 0.05);
        assertEquals(5, moved.width(), 1e-9);
        Node corner = pane.view(Field.SCALED).lookup(".plot-whole");
        await(corner::isVisible);
        clickOn(corner);
        await(() -> state.region.get().equals(PlaneRegion.STANDARD));
        assertFalse(corner.isVisible(), "there is nothing to go back to");
    }

    @Test
    void keysZoomPanAndGoHome() {
        await(() -> pane.grid() != null);
        interact(() -> plotNode(Field.CURVATURE).requestFocus());
        push(KeyCode.PLUS);
        assertEquals(4, state.region.get().width(), 1e-9);
        push(KeyCode.RIGHT);
        assertEquals(-2 + 0.4, state.region.get().xMin(), 1e-9);
        push(KeyCode.UP);
        assertEquals(2 + 0.4, state.region.get().yMax(), 1e-9);
        push(KeyCode.MINUS);
        assertEquals(5, state.region.get().width(), 1e-9);
        push(KeyCode.DIGIT0);
        assertEquals(PlaneRegion.STANDARD, state.region.get());
        push(KeyCode.SHIFT, KeyCode.RIGHT);
        assertEquals(0.05, state.pointer.get().x(), 1e-9);
    }

    @Test
    void anOldPictureIsShownWhereItBelongsUntilTheEngineHasCaughtUp() {
        await(() -> pane.grid() != null);
        WritableImage whole = plot(Field.PREDICTION);
        interact(() -> state.region.set(new PlaneRegion(0, 2.5, 0, 2.5)));
        await(() -> !different(whole, plot(Field.PREDICTION)).isEmpty());
        WritableImage zoomed = plot(Field.PREDICTION);
        int last = (int) whole.getWidth() - 1;
        // The upper right quarter fills the picture now.
        assertEquals(
                whole.getPixelReader().getArgb(last * 3 / 4, last / 4),
                zoomed.getPixelReader().getArgb(last / 2, last / 2));
        assertEquals(
                whole.getPixelReader().getArgb(last * 9 / 10, last / 10),
                zoomed.getPixelReader().getArgb(last * 8 / 10, last * 2 / 10));
    }

    @Test
    void theCrossHairFollowsInAllFourAndLeavesWithThePointer() {
        await(() -> pane.grid() != null);
        moveTo(at(Field.PREDICTION, 0.5, 0.5));
        await(() -> lookup(".cross-hair").queryAll().stream()
                .allMatch(line -> line.getParent().isVisible()));
        assertEquals(16, lookup(".cross-hair").queryAll().size());
        assertEquals(0, state.pointer.get().x(), 0.02);
        moveTo(at(Field.PREDICTION, -0.05, -0.3));
        await(() -> lookup(".cross-hair").queryAll().stream()
                .noneMatch(line -> line.getParent().isVisible()));
        assertNull(state.pointer.get());
    }

    @Test
    void aClickOnATitleShowsThatPictureAloneAndBack() {
        await(() -> pane.grid() != null);
        double small = plotNode(Field.CURVATURE).getBoundsInLocal().getWidth();
        clickOn("#heatmap-gamma .title");
        assertEquals(Field.CURVATURE, pane.aloneProperty().get());
        assertFalse(pane.view(Field.PREDICTION).isVisible());
        await(() -> plotNode(Field.CURVATURE).getBoundsInLocal().getWidth() > 1.9 * small);
        clickOn("#heatmap-gamma .title");
        assertNull(pane.aloneProperty().get());
        assertTrue(pane.view(Field.PREDICTION).isVisible());
    }

    @Test
    void aDoubleClickOnAPictureShowsItAloneAndBackAndLeavesTheZoom() {
        await(() -> pane.grid() != null);
        PlaneRegion zoomed = new PlaneRegion(0, 2, 0, 2);
        interact(() -> state.region.set(zoomed));
        doubleClickOn(at(Field.SCALED, 0.5, 0.5));
        assertEquals(Field.SCALED, pane.aloneProperty().get());
        assertEquals(zoomed, state.region.get());
        WaitForAsyncUtils.waitForFxEvents();
        doubleClickOn(at(Field.SCALED, 0.5, 0.5));
        assertNull(pane.aloneProperty().get());
    }

    @Test
    void byDefaultPointsLeaveTheConfidenceAloneAndTheContourIsAHairLineThere() {
        await(() -> pane.grid() != null);
        WritableImage bare = plot(Field.CONFIDENCE);
        WritableImage bareY = plot(Field.PREDICTION);
        interact(() -> state.points.set(Spread.ON_Y));
        await(() -> different(bareY, plot(Field.PREDICTION)).size() > 2000);
        for (Field field : List.of(Field.CONFIDENCE, Field.CURVATURE, Field.SCALED)) {
            WritableImage now = plot(field);
            interact(() -> state.points.set(Spread.OFF));
            assertEquals(0, different(now, plot(field)).size(), field + ": no point on it");
            interact(() -> state.points.set(Spread.ON_Y));
        }
        interact(() -> state.contour.set(Spread.ON_Y));
        WritableImage[] fine = new WritableImage[1];
        await(() -> !different(bare, fine[0] = plot(Field.CONFIDENCE)).isEmpty());
        interact(() -> state.contour.set(Spread.EVERYWHERE));
        await(() -> different(bare, plot(Field.CONFIDENCE)).size()
                > 1.5 * different(bare, fine[0]).size());
    }

    @Test
    void withAClassToPaintTheMousePutsPointsInsteadOfPanning() {
        await(() -> pane.grid() != null);
        List<Position> painted = new ArrayList<>();
        interact(() -> {
            pane.onPaint(painted::add);
            pane.paintingClassProperty().set(2);
        });
        drag(at(Field.PREDICTION, 0.5, 0.5), MouseButton.PRIMARY).moveBy(40, 0).drop();
        assertEquals(PlaneRegion.STANDARD, state.region.get());
        assertTrue(painted.size() >= 2, "but got " + painted);
        assertEquals(0, painted.get(0).x(), 0.02);
        assertEquals(0, painted.get(0).y(), 0.02);
        interact(() -> pane.paintingClassProperty().set(null));
        int before = painted.size();
        clickOn(at(Field.PREDICTION, 0.2, 0.2));
        assertEquals(before, painted.size());
    }

    @Test
    void draftPointsStandInForThoseOfTheFrame() {
        await(() -> pane.grid() != null);
        WritableImage bare = plot(Field.CURVATURE);
        interact(() -> {
            state.points.set(Spread.EVERYWHERE);
            pane.draftProperty().set(new org.penumbra.data.plane.PointSet(new float[] {-2, -2}, new int[] {1}, 2));
        });
        await(() -> {
            List<int[]> dots = different(bare, plot(Field.CURVATURE));
            return !dots.isEmpty() && dots.size() < 200;
        });
    }

    @Test
    void everyPictureCanBeReadAloud() {
        await(() -> pane.grid() != null);
        interact(() -> state.pointer.set(new Position(1, 1)));
        await(() -> plotNode(Field.CONFIDENCE).getAccessibleText() != null
                && plotNode(Field.CONFIDENCE).getAccessibleText().contains("Pointer at 1.00, 1.00: 0.0"));
        assertNotNull(plotNode(Field.SCALED).getAccessibleText());
    }

    @Test
    void whatIsReadAloudIsWrittenAnewOnlyWhenItSaysSomethingElse() {
        await(() -> pane.grid() != null && plotNode(Field.CONFIDENCE).getAccessibleText() != null);
        String before = plotNode(Field.CONFIDENCE).getAccessibleText();
        interact(() -> state.train(100, 30));
        await(() -> pane.pixels(Field.CONFIDENCE).length == 10_000);
        assertSame(before, plotNode(Field.CONFIDENCE).getAccessibleText());
        interact(() -> state.pointer.set(new Position(1, 1)));
        await(() -> plotNode(Field.CONFIDENCE).getAccessibleText().contains("Pointer at 1.00, 1.00: "));
        String pointed = plotNode(Field.CONFIDENCE).getAccessibleText();
        interact(() -> state.confidence.set(state.confidence.get().withAlpha(0.01)));
        await(() -> !plotNode(Field.CONFIDENCE).getAccessibleText().equals(pointed));
        interact(() -> state.pointer.set(null));
        await(() -> plotNode(Field.CONFIDENCE).getAccessibleText().equals(before));
    }

    /** Robots disagree on which way is up, so the event itself is sent: notches away from the user have deltaY 40. */
    private void turnWheelAway(Node node, int notches) {
        Bounds bounds = node.localToScene(node.getBoundsInLocal());
        double x = bounds.getMinX() + bounds.getWidth() * 0.75;
        double y = bounds.getMinY() + bounds.getHeight() * 0.25;
        interact(() -> node.fireEvent(new ScrollEvent(
                ScrollEvent.SCROLL,
                x,
                y,
                0,
                0,
                false,
                false,
                false,
                false,
                false,
                false,
                0,
                40.0 * notches,
                0,
                40.0 * notches,
                ScrollEvent.HorizontalTextScrollUnits.NONE,
                0,
                ScrollEvent.VerticalTextScrollUnits.LINES,
                3,
                0,
                new PickResult(node, x, y))));
    }

    private int[][] all() {
        return Arrays.stream(Field.values()).map(pane::pixels).toArray(int[][]::new);
    }

    private Node plotNode(Field field) {
        return pane.view(field).lookup(".plot");
    }

    private Point2D at(Field field, double across, double down) {
        Bounds bounds = plotNode(field).localToScreen(plotNode(field).getBoundsInLocal());
        return new Point2D(bounds.getMinX() + across * bounds.getWidth(), bounds.getMinY() + down * bounds.getHeight());
    }

    /** The picture with its overlays, as on the screen. */
    private WritableImage plot(Field field) {
        WritableImage[] image = new WritableImage[1];
        interact(() -> image[0] = plotNode(field).snapshot(new SnapshotParameters(), null));
        return image[0];
    }

    private static List<int[]> different(WritableImage one, WritableImage other) {
        List<int[]> pixels = new ArrayList<>();
        for (int y = 0; y < one.getHeight(); y++) {
            for (int x = 0; x < one.getWidth(); x++) {
                if (one.getPixelReader().getArgb(x, y) != other.getPixelReader().getArgb(x, y)) {
                    pixels.add(new int[] {x, y});
                }
            }
        }
        return pixels;
    }

    private static boolean onARing(WritableImage image, int[] pixel, double slack) {
        PlaneScale scale = new PlaneScale(PlaneRegion.STANDARD, image.getWidth(), image.getHeight());
        double x = scale.dataX(pixel[0] + 0.5);
        double y = scale.dataY(pixel[1] + 0.5);
        return Arrays.stream(AnalyticFrames.CENTRES)
                .anyMatch(centre ->
                        Math.abs(Math.hypot(x - centre[0], y - centre[1]) - AnalyticFrames.RADIUS) <= slack);
    }

    /** How far a dot reaches beyond a ring's middle line: half the ring, and the dot, which has its size in pixels; data units. */
    private static double dotBeyond(WritableImage image) {
        return 0.05 + 3.5 * PlaneRegion.STANDARD.width() / image.getWidth();
    }

    /** Whether values near a place of the 200 x 200 field lie on both sides of the level. */
    private static boolean straddles(float[] values, double column, double row, int reach, double level) {
        boolean below = false;
        boolean above = false;
        for (int r = (int) Math.max(0, row - reach); r <= Math.min(199, row + reach); r++) {
            for (int c = (int) Math.max(0, column - reach); c <= Math.min(199, column + reach); c++) {
                below |= values[r * 200 + c] < level;
                above |= values[r * 200 + c] >= level;
            }
        }
        return below && above;
    }
}
