package org.penumbra.preset;

import java.util.Objects;
import org.penumbra.confidence.ConfidenceSettings;
import org.penumbra.data.OutsideText;
import org.penumbra.data.Range;
import org.penumbra.data.ShortName;
import org.penumbra.data.plane.PlaneRegion;
import org.penumbra.net.plane.PlaneSetup;

/**
 * A saved state of the rings lab: what is trained, for how long, and how it is looked at.
 *
 * @param name        short, unique among what ships, as typed on the command line ("rings"); a {@link ShortName}
 * @param title       shown in menus, one line of 1 to 200 characters
 * @param description one or two sentences on what to look for, may be empty, at most 4 000 characters
 * @param setup       data, network, training, seed
 * @param steps       training steps a headless run takes unless told otherwise, 1 to 10 000 000
 * @param confidence  alpha, beta, tau
 * @param region      what the heatmaps show at first
 */
public record Preset(
        String name,
        String title,
        String description,
        PlaneSetup setup,
        int steps,
        ConfidenceSettings confidence,
        PlaneRegion region) {

    /** Most training steps. */
    public static final int MOST_STEPS = 10_000_000;
    /** Edges of the view a file may hold, data units. */
    public static final Range EDGE = Range.of(-1e9, 1e9);

    static final int LONGEST_TITLE = 200;
    static final int LONGEST_DESCRIPTION = 4000;

    public Preset {
        ShortName.require("name", name);
        OutsideText.requireOneLine("title", title, LONGEST_TITLE);
        OutsideText.requireLines("description", description, LONGEST_DESCRIPTION);
        Objects.requireNonNull(setup, "setup");
        Objects.requireNonNull(confidence, "confidence");
        Objects.requireNonNull(region, "region");
        if (steps < 1 || steps > MOST_STEPS) {
            throw new IllegalArgumentException("steps: expected 1 to 10 000 000, but got " + steps);
        }
    }
}
