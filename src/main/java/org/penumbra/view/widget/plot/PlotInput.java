package org.penumbra.view.widget.plot;

import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;
import org.penumbra.data.Position;
import org.penumbra.data.plane.PlaneRegion;

/**
 * What mouse, touch and keys do to a heatmap's picture. Wheel and pinch zoom about the pointer, dragging pans, a double
 * click enlarges the picture or makes it small again; + - and the arrow keys zoom and pan from the keyboard, 0 goes home, and with Shift the arrow keys move the
 * cross-hair. With a class to paint, pressing and dragging put points instead. While a place is to be chosen, a click
 * or Enter chooses it.
 */
final class PlotInput {
    /** A notch of the wheel, 40 pixels, zooms by a fifth. */
    private static final double ZOOM_PER_PIXEL = Math.log(1.2) / 40;

    private static final double KEY_ZOOM = 1.25;
    private static final double KEY_SHARE = 0.1;
    private static final double CROSS_HAIR_SHARE = 0.01;
    /** Dragging paints a point each so many pixels. */
    private static final double PAINT_SPACING = 7;

    private final HeatmapView view;
    private final Node plot;
    private double lastX;
    private double lastY;
    private boolean dragging;

    PlotInput(HeatmapView view, Node plot) {
        this.view = view;
        this.plot = plot;
        plot.setFocusTraversable(true);
        plot.setCursor(Cursor.CROSSHAIR);
        plot.addEventHandler(MouseEvent.MOUSE_MOVED, this::point);
        plot.addEventHandler(MouseEvent.MOUSE_EXITED, event -> leave());
        plot.addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
        plot.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
        plot.addEventHandler(MouseEvent.MOUSE_RELEASED, this::release);
        plot.addEventHandler(MouseEvent.MOUSE_CLICKED, this::click);
        plot.addEventHandler(ScrollEvent.SCROLL, this::scroll);
        plot.addEventHandler(ZoomEvent.ZOOM, this::pinch);
        plot.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    private boolean painting() {
        return view.paintingClassProperty().get() != null;
    }

    private void point(MouseEvent event) {
        PlaneScale scale = view.scale();
        if (scale != null) {
            view.pointerProperty().set(new Position(scale.dataX(event.getX()), scale.dataY(event.getY())));
        }
    }

    private void leave() {
        if (!dragging) {
            view.pointerProperty().set(null);
        }
    }

    private void press(MouseEvent event) {
        plot.requestFocus();
        if (event.getButton() != MouseButton.PRIMARY) {
            return;
        }
        dragging = true;
        lastX = event.getX();
        lastY = event.getY();
        if (painting()) {
            paint(event);
        } else {
            plot.setCursor(Cursor.CLOSED_HAND);
        }
    }

    private void drag(MouseEvent event) {
        PlaneScale scale = view.scale();
        if (!dragging || scale == null) {
            return;
        }
        if (!painting()) {
            view.regionProperty().set(scale.dragged(event.getX() - lastX, event.getY() - lastY));
            lastX = event.getX();
            lastY = event.getY();
        } else if (Math.hypot(event.getX() - lastX, event.getY() - lastY) >= PAINT_SPACING) {
            lastX = event.getX();
            lastY = event.getY();
            paint(event);
        }
        if (plot.contains(event.getX(), event.getY())) {
            point(event);
        }
    }

    private void release(MouseEvent event) {
        dragging = false;
        plot.setCursor(Cursor.CROSSHAIR);
        if (!plot.contains(event.getX(), event.getY())) {
            leave();
        }
    }

    private void click(MouseEvent event) {
        if (event.getButton() != MouseButton.PRIMARY || painting()) {
            return;
        }
        PlaneScale scale = view.scale();
        if (!view.placingProperty().get()) {
            if (event.getClickCount() == 2) {
                view.enlarge();
            }
        } else if (scale != null && event.isStillSincePress()) {
            view.place(new Position(scale.dataX(event.getX()), scale.dataY(event.getY())));
        }
    }

    private void paint(MouseEvent event) {
        PlaneScale scale = view.scale();
        if (scale != null && plot.contains(event.getX(), event.getY())) {
            view.paint(new Position(scale.dataX(event.getX()), scale.dataY(event.getY())));
        }
    }

    private void scroll(ScrollEvent event) {
        if (event.getDeltaY() != 0) {
            zoom(event.getX(), event.getY(), Math.exp(-event.getDeltaY() * ZOOM_PER_PIXEL));
        }
        event.consume();
    }

    private void pinch(ZoomEvent event) {
        zoom(event.getX(), event.getY(), 1 / event.getZoomFactor());
        event.consume();
    }

    private void zoom(double x, double y, double factor) {
        PlaneScale scale = view.scale();
        if (scale != null) {
            view.regionProperty().set(scale.zoomed(x, y, factor));
        }
    }

    private void moveCrossHair(KeyEvent event, PlaneScale scale) {
        PlaneRegion region = scale.region();
        Position from = view.pointerProperty().get() != null
                ? view.pointerProperty().get()
                : new Position(scale.dataX(scale.width() / 2), scale.dataY(scale.height() / 2));
        int right = event.getCode() == KeyCode.RIGHT ? 1 : event.getCode() == KeyCode.LEFT ? -1 : 0;
        int up = event.getCode() == KeyCode.UP ? 1 : event.getCode() == KeyCode.DOWN ? -1 : 0;
        double x = from.x() + right * region.width() * CROSS_HAIR_SHARE;
        double y = from.y() + up * region.height() * CROSS_HAIR_SHARE;
        view.pointerProperty()
                .set(new Position(
                        Math.min(region.xMax(), Math.max(region.xMin(), x)),
                        Math.min(region.yMax(), Math.max(region.yMin(), y))));
        event.consume();
    }

    private void key(KeyEvent event) {
        PlaneScale scale = view.scale();
        if (scale == null || event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        if (event.isShiftDown() && event.getCode().isArrowKey()) {
            moveCrossHair(event, scale);
            return;
        }
        if (event.getCode() == KeyCode.ENTER
                && view.placingProperty().get()
                && view.pointerProperty().get() != null) {
            view.place(view.pointerProperty().get());
            event.consume();
            return;
        }
        double right = scale.width() * KEY_SHARE;
        double down = scale.height() * KEY_SHARE;
        boolean known = true;
        switch (event.getCode()) {
            case PLUS, ADD, EQUALS -> zoom(scale.width() / 2, scale.height() / 2, 1 / KEY_ZOOM);
            case MINUS, SUBTRACT -> zoom(scale.width() / 2, scale.height() / 2, KEY_ZOOM);
            case DIGIT0, NUMPAD0 -> view.goHome();
            case LEFT -> view.regionProperty().set(scale.dragged(right, 0));
            case RIGHT -> view.regionProperty().set(scale.dragged(-right, 0));
            case UP -> view.regionProperty().set(scale.dragged(0, down));
            case DOWN -> view.regionProperty().set(scale.dragged(0, -down));
            default -> known = false;
        }
        if (known) {
            event.consume();
        }
    }
}
