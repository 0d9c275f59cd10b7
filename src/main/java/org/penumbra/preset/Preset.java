package org.penumbra.preset;

import org.penumbra.confidence.ConfidenceSettings;
import org.penumbra.data.Region;
import org.penumbra.net.PlaneSetup;

/**
 * A saved state of the rings lab: what is trained, for how long, and how it is looked at.
 *
 * @param name        short, unique among what ships, as typed on the command line ("rings")
 * @param title       shown in menus
 * @param description one or two sentences on what to look for
 * @param setup       data, network, training, seed
 * @param steps       training steps a headless run takes unless told otherwise, 1 to 10 000 000
 * @param confidence  alpha, beta, tau
 * @param region      what the heatmaps show at first
 */
public record Preset(String name, String title, String description, PlaneSetup setup, int steps,
                     ConfidenceSettings confidence, Region region) {

    public Preset {
        if (steps < 1 || steps > 10_000_000) {
            throw new IllegalArgumentException("steps: expected 1 to 10 000 000, but got " + steps);
        }
    }
}
