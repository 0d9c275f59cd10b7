package org.penumbra.view.rings;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.penumbra.confidence.ConfidenceSettings;
import org.penumbra.net.plane.PlaneSetup;
import org.penumbra.net.plane.PlaneStop;
import org.penumbra.preset.Preset;

/** The preset last opened or saved, and whether the present state differs from it. */
final class KeptPreset {

    private final ReadOnlyObjectWrapper<Preset> preset;
    private final ReadOnlyBooleanWrapper modified;

    /** @param bean whose properties they are */
    KeptPreset(Object bean, Preset start) {
        preset = new ReadOnlyObjectWrapper<>(bean, "preset", start);
        modified = new ReadOnlyBooleanWrapper(bean, "modified");
    }

    ReadOnlyObjectProperty<Preset> presetProperty() {
        return preset.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty modifiedProperty() {
        return modified.getReadOnlyProperty();
    }

    Preset get() {
        return preset.get();
    }

    void set(Preset kept) {
        preset.set(kept);
    }

    /** Compares it with the present state. */
    void compare(ConfidenceSettings confidence, PlaneSetup run, PlaneStop stop) {
        modified.set(!get().confidence().equals(confidence)
                || !get().setup().equals(run)
                || !get().stop().equals(stop));
    }
}
