package org.penumbra.view.shell.about;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.penumbra.data.home.DataHome;
import org.penumbra.view.shell.message.Failure;

/**
 * All that is told about the program, and the same as one text for a report.
 *
 * @param facts    versions and the machine, by their names
 * @param folders  where the program keeps what belongs to a person
 * @param models   where the models that ship come from, a line each
 * @param licences of all parts, a line each; empty where this build has made no list
 * @param failures errors nobody expected since the start
 */
public record AboutProgram(
        Map<String, String> facts,
        List<Place> folders,
        List<String> models,
        List<String> licences,
        List<Failure> failures) {

    /** What the text of a report holds, for whoever sends it. */
    public static final String WHAT_IS_COPIED =
            "The text for a report holds what stands here and the errors since the start. "
                    + "Names of folders may hold your user name; nothing else of you is in it, and no licences.";

    public AboutProgram {
        models = List.copyOf(models);
        licences = List.copyOf(licences);
        failures = List.copyOf(failures);
    }

    /** What is known at once; models, licences and kernels are read by {@link #complete}. */
    public static AboutProgram atOnce(Optional<Path> preferences, DataHome home, List<Failure> failures) {
        return new AboutProgram(Facts.atOnce(), Place.all(preferences, home), List.of(), List.of(), failures);
    }

    /** The same with what must be read first, which takes a second or so: not on the window's thread. */
    public AboutProgram complete() {
        Map<String, String> all = new LinkedHashMap<>(facts);
        Map.Entry<String, String> kernels = Facts.kernels();
        all.put(kernels.getKey(), kernels.getValue());
        return new AboutProgram(all, folders, ShippedModels.lines(), Licences.lines(), failures);
    }

    /** All of it as plain text. */
    public String report() {
        List<String> lines = new ArrayList<>();
        facts.forEach((name, value) -> lines.add(name + ": " + value));
        folders.forEach(place -> lines.add(place.name() + ": " + place.path()));
        lines.add("Models that ship:");
        models.forEach(line -> lines.add("  " + line));
        lines.add(failures.isEmpty() ? "No error since the start." : "Errors since the start:");
        failures.forEach(failure -> lines.add(failure.details()));
        return String.join("\n", lines) + "\n";
    }
}
