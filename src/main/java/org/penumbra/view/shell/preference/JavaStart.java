package org.penumbra.view.shell.preference;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What Java was started with, and who has asked for it.
 *
 * @param environment of the process
 * @param options     of Java, in the order in which they were given: the last of a kind is in force
 */
public record JavaStart(Map<String, String> environment, List<String> options) {

    private static final List<String> MEMORY = List.of("-Xmx", "-mx", "-XX:MaxHeapSize=", "-XX:MaxRAMPercentage=");
    private static final List<String> THREADS = List.of("-XX:ActiveProcessorCount=");
    private static final List<String> VARIABLES = List.of("JAVA_OPTS", "JDK_JAVA_OPTIONS", "JAVA_TOOL_OPTIONS");

    public JavaStart {
        environment = Map.copyOf(environment);
        options = List.copyOf(options);
    }

    /** That of this process. */
    public static JavaStart ofProcess() {
        return new JavaStart(
                System.getenv(), ManagementFactory.getRuntimeMXBean().getInputArguments());
    }

    /**
     * Who has decided how much memory there is, where it was not the preferences.
     *
     * @param chosen the option that stood in the preferences at the start, if one did
     * @return as in "JAVA_OPTS says -Xmx8g"
     */
    public Optional<String> memoryWinner(Optional<String> chosen) {
        return winner(MEMORY, chosen);
    }

    /** The same for the processors. */
    public Optional<String> threadsWinner(Optional<String> chosen) {
        return winner(THREADS, chosen);
    }

    /** Whether the option of the preferences is the one in force. */
    public boolean follows(String chosen) {
        List<String> kind = Stream.of(MEMORY, THREADS)
                .filter(names -> names.stream().anyMatch(chosen::startsWith))
                .findFirst()
                .orElseThrow();
        return last(kind).filter(chosen::equals).isPresent();
    }

    private Optional<String> winner(List<String> kind, Optional<String> chosen) {
        return last(kind)
                .filter(option -> !chosen.equals(Optional.of(option)))
                .map(option -> source(option) + " says " + option);
    }

    private Optional<String> last(List<String> kind) {
        return options.stream()
                .filter(option -> kind.stream().anyMatch(option::startsWith))
                .reduce((earlier, later) -> later);
    }

    private String source(String option) {
        return VARIABLES.stream()
                .filter(variable -> List.of(
                                environment.getOrDefault(variable, "").split("\\s+"))
                        .contains(option))
                .findFirst()
                .orElse("the start of the program");
    }
}
