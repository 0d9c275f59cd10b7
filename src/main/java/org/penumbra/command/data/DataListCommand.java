package org.penumbra.command.data;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.penumbra.command.console.Console;
import org.penumbra.command.option.DataOption;
import org.penumbra.data.home.DataHome;
import org.penumbra.data.home.DataState;
import org.penumbra.data.image.KnownImages;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists the data sets, where they are and whether they are right. */
@Command(
        name = "list",
        description = "Lists the data sets: names, images to learn from and to test with, where they are, "
                + "and whether they hold what was published.")
public final class DataListCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private DataOption data;

    @Option(
            names = "--json",
            description = "As a JSON array of objects with name, title, training, test, state (ok, wrong, "
                    + "missing, built in), folder and problem.")
    private boolean json;

    public DataListCommand(Console console) {
        this.console = console;
    }

    /** What is told of a data set; what does not apply is null. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Entry(String name, String title, int training, int test, String state, String folder, String problem) {}

    @Override
    public Integer call() throws JsonProcessingException {
        List<Entry> entries = new ArrayList<>();
        DataHome home = data.home();
        KnownImages.all().forEach(known -> entries.add(entry(home.check(known))));
        entries.add(new Entry("built-in-digits", "built-in digits", 60_000, 10_000, "built in", null, null));
        if (json) {
            console.out()
                    .println(new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(entries));
        } else {
            entries.forEach(entry -> console.out()
                    .printf(
                            Locale.ROOT,
                            "%-15s  %d + %d  %-8s  %s%n",
                            entry.name(),
                            entry.training(),
                            entry.test(),
                            entry.state(),
                            remark(entry)));
        }
        return 0;
    }

    private static Entry entry(DataState state) {
        KnownImages known = state.known();
        String word = state.isRight() ? "ok" : state.missing().isEmpty() ? "wrong" : "missing";
        String problem = state.isRight()
                ? null
                : state.missing().isEmpty() ? String.join("; ", state.problems()) : state.missing();
        return new Entry(
                known.name(),
                known.title(),
                known.training(),
                known.test(),
                word,
                state.folder().map(Object::toString).orElse(null),
                problem);
    }

    private static String remark(Entry entry) {
        return switch (entry.state()) {
            case "ok" -> entry.folder();
            case "built in" -> "made by the program from a seed; needs no files";
            case "missing" -> "\"penumbra data fetch " + entry.name() + "\" downloads it";
            default -> entry.problem();
        };
    }
}
