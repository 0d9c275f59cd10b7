package org.penumbra.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.concurrent.Callable;
import org.penumbra.preset.Presets;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists the presets that ship. */
@Command(name = "presets", description = "Lists the presets that ship: names to use with rings --preset, and titles.")
final class PresetsCommand implements Callable<Integer> {

    private final Console console;

    @Option(names = "--json", description = "As a JSON array of objects with name, title and description.")
    private boolean json;

    PresetsCommand(Console console) {
        this.console = console;
    }

    /** What is told of a preset. */
    record Entry(String name, String title, String description) {
    }

    @Override
    public Integer call() throws JsonProcessingException {
        List<Entry> entries = Presets.shipped().stream()
            .map(preset -> new Entry(preset.name(), preset.title(), preset.description())).toList();
        if (json) {
            console.out().println(new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(entries));
        } else {
            int widest = entries.stream().mapToInt(entry -> entry.name().length()).max().orElse(1);
            entries.forEach(entry -> console.out().printf("%-" + widest + "s  %s%n", entry.name(), entry.title()));
        }
        return 0;
    }
}
