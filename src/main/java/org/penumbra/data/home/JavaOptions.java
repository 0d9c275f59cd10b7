package org.penumbra.data.home;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What Java is to be started with because a person has chosen it. It lies in a file beside the preferences that the start
 * scripts hand to Java, as that must know it before the program runs.
 *
 * @param megabytes most memory that Java takes for its objects; empty for as much as Java finds right
 * @param threads   on how many processors the program computes; empty for all
 */
public record JavaOptions(Optional<Integer> megabytes, Optional<Integer> threads) {

    /** The file, in the folder of the preferences. */
    public static final String FILE = "java-options";

    /** The keys of the preferences. */
    public static final String MEGABYTES = "memory-megabytes";

    public static final String THREADS = "threads";

    /** With less memory the window does not open, megabytes. */
    public static final int LEAST_MEGABYTES = 512;

    private static final int MOST_MEGABYTES = 16 * 1024 * 1024;
    private static final int MOST_THREADS = 1024;

    /** What the preferences ask for. A value that is none counts as not chosen; {@link #problems} names it. */
    public static JavaOptions of(Map<String, String> choices) {
        return new JavaOptions(
                number(choices.get(MEGABYTES), LEAST_MEGABYTES, MOST_MEGABYTES),
                number(choices.get(THREADS), 1, MOST_THREADS));
    }

    /** What is wrong with the values of the preferences, a sentence each. */
    public static List<String> problems(Map<String, String> choices) {
        List<String> problems = new ArrayList<>();
        JavaOptions understood = of(choices);
        if (choices.containsKey(MEGABYTES) && understood.megabytes.isEmpty()) {
            problems.add(problem(MEGABYTES, choices, LEAST_MEGABYTES, MOST_MEGABYTES));
        }
        if (choices.containsKey(THREADS) && understood.threads.isEmpty()) {
            problems.add(problem(THREADS, choices, 1, MOST_THREADS));
        }
        return problems;
    }

    private static String problem(String key, Map<String, String> choices, int least, int most) {
        return key + ": expected a whole number from " + least + " to " + most + ", but found \"" + choices.get(key)
                + "\"";
    }

    private static Optional<Integer> number(String text, int least, int most) {
        try {
            return Optional.ofNullable(text).map(Integer::valueOf).filter(value -> value >= least && value <= most);
        } catch (NumberFormatException noNumber) {
            return Optional.empty();
        }
    }

    /** The option for the memory, as in "-Xmx2048m". */
    public Optional<String> memoryOption() {
        return megabytes.map(value -> "-Xmx" + value + "m");
    }

    /** The option for the processors, as in "-XX:ActiveProcessorCount=2". */
    public Optional<String> threadsOption() {
        return threads.map(value -> "-XX:ActiveProcessorCount=" + value);
    }

    /** The content of the file: an option a line; empty where nothing is chosen. */
    String text() {
        // The end of a line is the platform's: the script of Windows compares whole lines.
        return line(memoryOption()) + line(threadsOption());
    }

    private static String line(Optional<String> option) {
        return option.map(text -> text + System.lineSeparator()).orElse("");
    }
}
