package org.penumbra.preset;

import java.util.Objects;
import org.penumbra.confidence.ConfidenceSettings;
import org.penumbra.data.OutsideText;
import org.penumbra.data.Range;
import org.penumbra.data.ShortName;
import org.penumbra.data.plane.PaintedPoints;
import org.penumbra.data.plane.PlaneRegion;
import org.penumbra.data.plane.PointSet;
import org.penumbra.net.plane.PlaneSetup;
import org.penumbra.net.plane.PlaneStop;

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
 * @param stop        when a run ends by itself
 */
public record Preset(
        String name,
        String title,
        String description,
        PlaneSetup setup,
        int steps,
        ConfidenceSettings confidence,
        PlaneRegion region,
        PlaneStop stop) {

    /** Most training steps. */
    public static final int MOST_STEPS = PlaneStop.MOST_STEPS;
    /** Edges of the view a file may hold, data units. */
    public static final Range EDGE = Range.of(-1e9, 1e9);

    /** Longest title, characters. */
    public static final int LONGEST_TITLE = 200;

    static final int LONGEST_DESCRIPTION = 4000;

    public Preset {
        ShortName.require("name", name);
        OutsideText.requireOneLine("title", title, LONGEST_TITLE);
        OutsideText.requireLines("description", description, LONGEST_DESCRIPTION);
        Objects.requireNonNull(setup, "setup");
        Objects.requireNonNull(confidence, "confidence");
        Objects.requireNonNull(region, "region");
        Objects.requireNonNull(stop, "stop");
        if (steps < 1 || steps > MOST_STEPS) {
            throw new IllegalArgumentException("steps: expected 1 to 10 000 000, but got " + steps);
        }
    }

    /** A preset whose runs do not end by themselves. */
    public Preset(
            String name,
            String title,
            String description,
            PlaneSetup setup,
            int steps,
            ConfidenceSettings confidence,
            PlaneRegion region) {
        this(name, title, description, setup, steps, confidence, region, PlaneStop.NEVER);
    }

    /**
     * The same with points of one's own, which are taken as they are. Where they do not lie in the region that is seen, the
     * region becomes theirs.
     *
     * @param points what is trained on
     * @param file   name of the file they are from, which becomes name and title
     */
    public Preset withPoints(PaintedPoints points, String file) {
        int dot = file.lastIndexOf('.');
        PointSet set = points.sample(points.points().size(), 0);
        String shown = OutsideText.shown(OutsideText.shortened(file));
        return new Preset(
                ShortName.nearest(dot > 0 ? file.substring(0, dot) : file, name),
                shown,
                "The points of " + shown + ", with network and settings of the preset " + name + ".",
                setup.withPoints(points),
                steps,
                confidence,
                PlaneRegion.around(set),
                stop);
    }
}
