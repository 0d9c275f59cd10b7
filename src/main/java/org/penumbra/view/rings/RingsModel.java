package org.penumbra.view.rings;

import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.*;
import org.penumbra.confidence.ConfidenceSettings;
import org.penumbra.data.Position;
import org.penumbra.data.Region;
import org.penumbra.live.*;
import org.penumbra.net.PlaneSetup;
import org.penumbra.preset.Preset;

/**
 * The observable state and the commands of the rings lab. It needs no screen: all it asks is that {@link #pulse} is
 * called now and then on the thread that owns the properties.
 */
public final class RingsModel implements AutoCloseable {
    /** Confidence: repaint at once. */
    public DoubleProperty alphaProperty() { throw new UnsupportedOperationException(); }
    public DoubleProperty betaProperty() { throw new UnsupportedOperationException(); }
    public DoubleProperty tauProperty() { throw new UnsupportedOperationException(); }
    /** The three above as one value; changes whenever one of them does. */
    public ReadOnlyObjectProperty<ConfidenceSettings> confidenceProperty() { throw new UnsupportedOperationException(); }
    /** Training: changeable while running. */
    public DoubleProperty learningRateProperty() { throw new UnsupportedOperationException(); }
    public DoubleProperty sigmaProperty() { throw new UnsupportedOperationException(); }
    public DoubleProperty lambdaProperty() { throw new UnsupportedOperationException(); }
    public ObjectProperty<Speed> speedProperty() { throw new UnsupportedOperationException(); }
    /** What determines the run; setting it restarts. Seed, data, points, network, start values of training. */
    public ObjectProperty<PlaneSetup> setupProperty() { throw new UnsupportedOperationException(); }
    /** The preset last opened or saved (title, name, description). */
    public ReadOnlyObjectProperty<Preset> presetProperty() { throw new UnsupportedOperationException(); }
    /** What the four heatmaps show; shared by zoom and pan. */
    public ObjectProperty<Region> regionProperty() { throw new UnsupportedOperationException(); }
    /** Where the cross-hair is in data units, null when the pointer is outside; shared by the four. */
    public ObjectProperty<Position> pointerProperty() { throw new UnsupportedOperationException(); }
    public BooleanProperty showPointsProperty() { throw new UnsupportedOperationException(); }
    public BooleanProperty showArrowsProperty() { throw new UnsupportedOperationException(); }
    public BooleanProperty showContourProperty() { throw new UnsupportedOperationException(); }
    /** The newest frame taken from the engine, null before the first. */
    public ReadOnlyObjectProperty<RingsFrame> frameProperty() { throw new UnsupportedOperationException(); }
    public ReadOnlyObjectProperty<EngineStatus> statusProperty() { throw new UnsupportedOperationException(); }
    /** Called on each pulse that brought new points of the curves (never empty); points of a new generation start anew. */
    public void onCurve(Consumer<List<CurvePoint>> listener) { throw new UnsupportedOperationException(); }

    public void play() { throw new UnsupportedOperationException(); }
    public void pause() { throw new UnsupportedOperationException(); }
    public void togglePlay() { throw new UnsupportedOperationException(); }
    public void step() { throw new UnsupportedOperationException(); }
    public void reset() { throw new UnsupportedOperationException(); }
    public void newSeed() { throw new UnsupportedOperationException(); }
    /** Shows a preset: restarts with its setup, confidence and region. */
    public void open(Preset preset) { throw new UnsupportedOperationException(); }
    /** The present state as a preset. */
    public Preset toPreset(String name, String title, String description) { throw new UnsupportedOperationException(); }
    /** Takes what the engine has to show; called once a pulse. */
    public void pulse() { throw new UnsupportedOperationException(); }
    @Override public void close() { throw new UnsupportedOperationException(); }
}
