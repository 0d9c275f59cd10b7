package org.penumbra.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.penumbra.archive.Models;
import org.penumbra.command.console.Console;
import org.penumbra.preset.ImagePresets;
import org.penumbra.preset.Presets;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists the presets that ship. */
@Command(
        name = "presets",
        description = "Lists the presets that ship, with their titles: those of the rings lab, to use "
                + "with rings --preset, and those of image models, to use with train --preset. A model that ships trained is marked; "
                + "evaluate, score and export take its name.")
final class PresetsCommand implements Callable<Integer> {

    private final Console console;

    @Option(
            names = "--json",
            description = "As a JSON array of objects with name, title, description, kind (rings or "
                    + "images) and trained (whether the model ships).")
    private boolean json;

    PresetsCommand(Console console) {
        this.console = console;
    }

    /** What is told of a preset. */
    record Entry(String name, String title, String description, String kind, boolean trained) {}

    @Override
    public Integer call() throws JsonProcessingException {
        List<Entry> entries = new ArrayList<>(Presets.shipped().stream()
                .map(preset -> new Entry(preset.name(), preset.title(), preset.description(), "rings", false))
                .toList());
        List<String> trained = Models.names();
        ImagePresets.shipped()
                .forEach(preset -> entries.add(new Entry(
                        preset.name(),
                        preset.title(),
                        preset.description(),
                        "images",
                        trained.contains(preset.name()))));
        if (json) {
            console.out()
                    .println(new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(entries));
        } else {
            int widest = entries.stream()
                    .mapToInt(entry -> entry.name().length())
                    .max()
                    .orElse(1);
            entries.forEach(entry -> console.out()
                    .printf(
                            Locale.ROOT,
                            "%-" + widest + "s  %-6s  %s%s%n",
                            entry.name(),
                            entry.kind(),
                            entry.title(),
                            entry.trained() ? " (trained)" : ""));
        }
        return 0;
    }
}
