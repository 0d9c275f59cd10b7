package org.penumbra.view.shell.preference;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.prefs.Preferences;
import org.penumbra.data.MachineMemory;
import org.penumbra.data.home.DataHome;
import org.penumbra.data.home.DataPlace;
import org.penumbra.data.home.JavaOptions;

/**
 * What was in force when the program started. Options of the command line and variables of the environment go before the
 * preferences; here stands where they did.
 *
 * @param java       what Java was started with
 * @param chosen     what the preferences asked Java for then
 * @param data       where image data are kept now
 * @param dataWinner who has named that folder in place of the preferences
 * @param processors on which the program computes
 * @param whole      processors of the machine
 * @param memory     of the machine, and what Java may take of it
 */
public record StartedWith(
        JavaStart java,
        JavaOptions chosen,
        Path data,
        Optional<String> dataWinner,
        int processors,
        int whole,
        MachineMemory memory) {

    private static final String MACHINE = "processors-of-machine";

    /**
     * That of this process.
     *
     * @param preferences as they were at the start
     */
    public static StartedWith ofProcess(Preferences preferences, DataHome home) {
        DataPlace place = home.places().get(0);
        JavaStart java = JavaStart.ofProcess();
        int processors = Runtime.getRuntime().availableProcessors();
        Map<String, String> ofJava = new HashMap<>();
        for (String key : List.of(JavaOptions.MEGABYTES, JavaOptions.THREADS)) {
            Optional.ofNullable(preferences.get(key, null)).ifPresent(value -> ofJava.put(key, value));
        }
        return new StartedWith(
                java,
                JavaOptions.of(ofJava),
                place.path(),
                home.named().map(DataPlace::title).filter(title -> !title.equals(DataHome.PREFERENCE)),
                processors,
                wholeMachine(java, processors, preferences),
                MachineMemory.ofProcess());
    }

    /** Java that was told to use fewer does not say how many there are, so that is kept from a start without such an option. */
    private static int wholeMachine(JavaStart java, int processors, Preferences preferences) {
        if (java.threadsWinner(Optional.empty()).isEmpty()) {
            preferences.putInt(MACHINE, processors);
            return processors;
        }
        return Math.max(processors, preferences.getInt(MACHINE, processors));
    }

    /** Why the memory in the preferences is not in force; empty where it is, or where nothing is chosen. */
    public Optional<String> memoryNote() {
        return java.memoryWinner(chosen.memoryOption())
                .map(winner -> winner + ", which goes before this.")
                .or(() -> unread(chosen.memoryOption()));
    }

    /** The same for the processors. */
    public Optional<String> threadsNote() {
        return java.threadsWinner(chosen.threadsOption())
                .map(winner -> winner + ", which goes before this.")
                .or(() -> unread(chosen.threadsOption()));
    }

    private Optional<String> unread(Optional<String> option) {
        return option.filter(wanted -> !java.follows(wanted))
                .map(wanted -> java.environment().containsKey("JDK_JAVA_OPTIONS")
                        ? "Not in force: JDK_JAVA_OPTIONS is set, which goes before this."
                        : "Not in force: Penumbra was started in another way than by its start script.");
    }

    /** The same for the folder of image data. */
    public Optional<String> dataNote() {
        return dataWinner.map(winner -> winner + " names " + data + ", which goes before this.");
    }
}
