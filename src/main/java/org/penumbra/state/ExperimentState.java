package org.penumbra.state;

import java.util.List;
import org.penumbra.data.ShortName;
import org.penumbra.data.image.KnownImages;
import org.penumbra.experiment.ExperimentSettings;

/**
 * What the lab of experiments is set to.
 *
 * @param name     of the experiment, as on the command line; whether there is one of that name is found by the lab
 * @param settings of it; further sets of unknown images are published ones, never folders
 */
public record ExperimentState(String name, ExperimentSettings settings) {

    /** In a state, {@link LabState#lab}. */
    public static final String LAB = "experiments";

    private static final String USUAL_NAME = "table1";
    private static final int MOST_UNKNOWN = 10;

    /** Whether a state can name a set of unknown images. */
    public static boolean names(String unknown) {
        return KnownImages.all().stream().anyMatch(known -> known.name().equals(unknown));
    }

    /** The state as words; sets of unknown images in folders are left out. */
    public LabState state() {
        return new StateWriter(LAB)
                .word("experiment", name, "")
                .flag("quick", settings.quick(), true)
                .whole("seed", settings.seed(), ExperimentSettings.USUAL.seed())
                .whole("repeats", settings.repeats(), ExperimentSettings.USUAL.repeats())
                .whole("lanes", settings.lanes(), ExperimentSettings.USUAL.lanes())
                .words(
                        "unknown",
                        settings.unknown().stream()
                                .filter(ExperimentState::names)
                                .toList(),
                        List.of())
                .state();
    }

    /** The settings of a state of this lab. */
    public static Told<ExperimentState> read(LabState state) {
        StateReader reader = new StateReader(state);
        ExperimentState read = new ExperimentState(
                reader.read("experiment", text -> StateReader.line(text, ShortName.LONGEST), USUAL_NAME),
                new ExperimentSettings(
                        reader.flag("quick", true),
                        reader.seed("seed", ExperimentSettings.USUAL.seed()),
                        (int) reader.whole("repeats", 0, ExperimentSettings.MOST_REPEATS, 0),
                        (int) reader.whole("lanes", 1, ExperimentSettings.MOST_LANES, ExperimentSettings.USUAL.lanes()),
                        reader.read("unknown", ExperimentState::unknown, List.of())));
        return new Told<>(read, reader.remarks());
    }

    private static List<String> unknown(String text) {
        List<String> names = StateValue.parts(text, ',').stream()
                .map(name -> StateReader.line(name, ShortName.LONGEST))
                .toList();
        if (names.size() > MOST_UNKNOWN || !names.stream().allMatch(ExperimentState::names)) {
            throw new IllegalArgumentException(StateReader.expected("published data sets such as fashion-mnist", text));
        }
        return names;
    }
}
