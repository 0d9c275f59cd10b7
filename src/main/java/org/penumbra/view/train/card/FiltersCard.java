package org.penumbra.view.train.card;

import java.util.Locale;
import javafx.scene.control.Tooltip;
import org.penumbra.live.train.TrainingFrame;
import org.penumbra.view.lab.TitledCard;

/** The first layer's kernels, whose weights say what each of them looks for. */
public final class FiltersCard extends TitledCard {

    private final FiltersView view = new FiltersView();

    public FiltersCard() {
        super("filters", "First-layer filters");
        Tooltip.install(
                this,
                new Tooltip("The 32 kernels of 5 \u00d7 5 pixels of the first layer: blue weights "
                        + "are below 0, orange ones above"));
        fill(view);
    }

    /** Shows the kernels of a frame; null takes them away. */
    public void show(TrainingFrame frame) {
        float[] filters = frame == null ? new float[0] : frame.filters();
        view.show(filters);
        remark(filters.length == 0 ? "" : String.format(Locale.ROOT, "weights to \u00b1%.2f", view.most()));
    }
}
