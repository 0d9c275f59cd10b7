package org.penumbra.view.widget.plot;

import java.util.Locale;
import javafx.scene.Node;
import org.penumbra.data.Position;
import org.penumbra.data.plane.PlaneRegion;

/** Shows where the pointer is: the cross-hair, the badges beside it, and the same for those who hear it. */
final class HeatmapPointer {

    private String name;
    private final CrossHair crossHair;
    private final PlotAxes axes;
    private final Node plot;
    private Pointed pointed;

    /** What the badges and the accessible text tell; place is null without a pointer, value NaN without a number. */
    private record Pointed(PlaneScale scale, Position place, double value) {}

    /**
     * @param name of the picture
     * @param plot the picture, which is read aloud
     */
    HeatmapPointer(String name, CrossHair crossHair, PlotAxes axes, Node plot) {
        this.name = name;
        this.crossHair = crossHair;
        this.axes = axes;
        this.plot = plot;
    }

    /** The picture is called so from now on. */
    void rename(String other) {
        name = other;
        forget();
    }

    /** What is told has to be told anew: the badges' letters may have grown. */
    void forget() {
        pointed = null;
    }

    /**
     * Shows it.
     *
     * @param place data units; null without a pointer
     * @param value of the picture there, NaN for none
     */
    void show(PlaneScale scale, Position place, double value) {
        if (place != null && scale.region().contains(place.x(), place.y())) {
            crossHair.show(scale.screenX(place.x()), scale.screenY(place.y()), scale.width(), scale.height());
        } else {
            crossHair.hide();
        }
        Pointed now = new Pointed(scale, place, value);
        // Every frame comes by here, in each of the views; what is written changes far less often.
        if (!now.equals(pointed)) {
            pointed = now;
            axes.mark(scale, place);
            plot.setAccessibleText(spoken(now));
        }
    }

    private String spoken(Pointed now) {
        PlaneRegion seen = now.scale().region();
        Position place = now.place();
        String text = String.format(
                Locale.ROOT,
                "Heatmap of %s, x %.3g to %.3g, y %.3g to %.3g.",
                name,
                seen.xMin(),
                seen.xMax(),
                seen.yMin(),
                seen.yMax());
        if (place == null) {
            return text;
        }
        String value = Double.isNaN(now.value()) ? "" : String.format(Locale.ROOT, ": %.3f", now.value());
        return text + " Pointer at " + CoordinateText.of(place.x(), seen.width()) + ", "
                + CoordinateText.of(place.y(), seen.height()) + value + ".";
    }
}
