package org.penumbra.command.rings;

import java.nio.file.Path;
import java.util.List;
import org.penumbra.detector.Detector;
import org.penumbra.net.plane.PlaneSetup;
import org.penumbra.preset.Preset;

/**
 * What a headless run does.
 *
 * @param preset  where everything else comes from
 * @param steps   training steps at most, 1 to 10 000 000
 * @param settled it ends earlier when the loss has not fallen for so many steps; 0: it does not
 * @param seed    of the run
 * @param columns cells of the evaluated grid in each direction, 2 to 2000
 * @param out     folder of the results
 * @param detectors that are fitted on the trained network, with pictures and figures of their own
 * @param force   whether files may be replaced, too, that no run of the command has written
 */
public record RingsOptions(
        Preset preset,
        long steps,
        int settled,
        long seed,
        int columns,
        Path out,
        List<Detector> detectors,
        boolean force) {

    static final int COLUMNS = 200;
    static final int FEWEST_COLUMNS = 2;
    static final int MOST_COLUMNS = 2000;

    public RingsOptions {
        detectors = List.copyOf(detectors);
    }

    /** The preset as it is. */
    public static RingsOptions of(Preset preset, Path out) {
        int limit = preset.stop().steps() > 0 ? preset.stop().steps() : preset.steps();
        return new RingsOptions(
                preset, limit, preset.stop().patience(), preset.setup().seed(), COLUMNS, out, List.of(), false);
    }

    RingsOptions withSteps(long value) {
        return new RingsOptions(preset, value, settled, seed, columns, out, detectors, force);
    }

    RingsOptions withSettled(int value) {
        return new RingsOptions(preset, steps, value, seed, columns, out, detectors, force);
    }

    RingsOptions withSeed(long value) {
        return new RingsOptions(preset, steps, settled, value, columns, out, detectors, force);
    }

    RingsOptions withColumns(int value) {
        return new RingsOptions(preset, steps, settled, seed, value, out, detectors, force);
    }

    RingsOptions withDetectors(List<Detector> value) {
        return new RingsOptions(preset, steps, settled, seed, columns, out, value, force);
    }

    RingsOptions withForce(boolean value) {
        return new RingsOptions(preset, steps, settled, seed, columns, out, detectors, value);
    }

    /** What is trained. */
    PlaneSetup setup() {
        return preset.setup().withSeed(seed);
    }
}
