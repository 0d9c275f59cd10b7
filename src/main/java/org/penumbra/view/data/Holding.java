package org.penumbra.view.data;

import java.nio.file.Path;
import java.time.LocalTime;
import java.util.List;

/** What is known of a data set on this machine. */
public sealed interface Holding {

    /** Nothing yet: it is being looked for. */
    record Looking() implements Holding {}

    /**
     * None of its files is in any of the places.
     *
     * @param target where a download or an import puts it
     * @param kept   bytes of a broken or stopped download, from which the next goes on
     */
    record Missing(Path target, long kept) implements Holding {}

    /** All four files are there; nobody has read them since the window was opened. */
    record Found(Path folder) implements Holding {}

    /**
     * All four files are there and hold what was published.
     *
     * @param verified when they were read last
     */
    record Right(Path folder, LocalTime verified) implements Holding {}

    /**
     * Files are missing or hold something else.
     *
     * @param problems a line for each of those
     * @param kept     bytes of a broken or stopped download, from which the next goes on
     */
    record Wrong(Path folder, List<String> problems, long kept) implements Holding {

        /** @param problems at least one */
        public Wrong {
            problems = List.copyOf(problems);
        }
    }
}
