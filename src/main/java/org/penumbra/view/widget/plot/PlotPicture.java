package org.penumbra.view.widget.plot;

import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.ImageView;
import org.penumbra.data.plane.Grid;
import org.penumbra.view.widget.PixelPicture;

/** What a heatmap shows: the pixels of a grid with layers over them in one image, and an overlay on a canvas above it. */
final class PlotPicture {

    private final ImageView image = new ImageView();
    private final Canvas canvas = new Canvas();
    private final PlotPainter painter = new PlotPainter();
    private PixelPicture picture;
    private Grid grid;
    private List<Layer> layers = List.of();
    private Overlay overlay;

    PlotPicture() {
        image.setPreserveRatio(false);
        image.setSmooth(false);
        image.setAccessibleRole(AccessibleRole.NODE);
        for (Node node : nodes()) {
            node.setManaged(false);
            node.setMouseTransparent(true);
        }
    }

    /** What is to be put into the plot, the last on top. */
    List<Node> nodes() {
        return List.of(image, canvas);
    }

    /**
     * Takes a picture.
     *
     * @param pixels one a cell
     * @param cells  where they lie
     */
    void show(PixelPicture pixels, Grid cells) {
        if (pixels.columns() != cells.columns() || pixels.rows() != cells.rows()) {
            throw new IllegalArgumentException("a picture of " + pixels.columns() + " x " + pixels.rows()
                    + " pixels does not fit a grid of " + cells.columns() + " x " + cells.rows() + " cells");
        }
        picture = pixels;
        grid = cells;
    }

    /** Has no picture, as before the first. */
    void clear() {
        picture = null;
        grid = null;
        overlay = null;
    }

    void setLayers(List<Layer> over) {
        layers = List.copyOf(over);
    }

    /** @param over null for none */
    void setOverlay(Overlay over) {
        overlay = over;
    }

    /** @param side of the plot, pixels */
    void resize(double side) {
        canvas.setWidth(side);
        canvas.setHeight(side);
    }

    /**
     * Draws all of it.
     *
     * @param density    device pixels in a pixel of the layout
     * @param background opaque ARGB where the picture does not reach
     */
    void draw(PlaneScale scale, double density, int background) {
        List<PixelPicture> over =
                layers.stream().map(layer -> layer.picture(scale, density)).toList();
        image.setImage(
                painter.paint(scale, density, background, picture, grid, over).image());
        image.setFitWidth(scale.width());
        image.setFitHeight(scale.height());
        canvas.setVisible(overlay != null);
        if (overlay != null) {
            GraphicsContext graphics = canvas.getGraphicsContext2D();
            graphics.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
            overlay.draw(graphics, scale);
        }
    }
}
