package org.penumbra.preset;

import java.util.Objects;
import org.penumbra.confidence.ConfidenceSettings;
import org.penumbra.data.Range;
import org.penumbra.data.plane.PlaneRegion;
import org.penumbra.net.plane.PlaneSetup;

/**
 * A saved state of the rings lab: what is trained, for how long, and how it is looked at.
 *
 * @param name        short, unique among what ships, as typed on the command line ("rings"); 1 to 100 characters
 * @param title       shown in menus, 1 to 200 characters
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

    static final int LONGEST_NAME = 100;
    static final int LONGEST_TITLE = 200;
    static final int LONGEST_DESCRIPTION = 4000;

    public Preset {
        requireText("name", name, LONGEST_NAME);
        requireText("title", title, LONGEST_TITLE);
        if (description.length() > LONGEST_DESCRIPTION) {
            throw new IllegalArgumentException("description: expected at most " + LONGEST_DESCRIPTION
                    + " characters, but got " + description.length());
        }
        Objects.requireNonNull(setup, "setup");
        Objects.requireNonNull(confidence, "confidence");
        Objects.requireNonNull(region, "region");
        if (steps < 1 || steps > MOST_STEPS) {
            throw new IllegalArgumentException("steps: expected 1 to 10 000 000, but got " + steps);
        }
    }

    static void requireText(String what, String text, int longest) {
        if (text.isBlank() || text.length() > longest) {
            throw new IllegalArgumentException(what + ": expected 1 to " + longest + " characters, not all blank, "
                    + "but got " + text.length() + (text.isBlank() ? " blank ones" : ""));
        }
    }
}
