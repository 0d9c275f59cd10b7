package org.penumbra.command.detect;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.penumbra.command.console.Console;
import org.penumbra.detector.Description;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists every way to say "I don't know". */
@Command(
        name = "detectors",
        description = {
            "Lists the detectors: ways to say \"I don't know\" of what a network answers, with their settings as they are usual on "
                    + "images. fit fits one to a model; score, evaluate and fool take it with --detector.",
            "A setting is chosen behind the name: knn:k=3,features=code."
        },
        footer = {"", "For example: penumbra detectors --json"})
public final class DetectorsCommand implements Callable<Integer> {

    private final Console console;

    @Option(
            names = "--json",
            description = "As a JSON array with an object for each detector: " + DetectorEntry.KEYS + ".")
    private boolean json;

    public DetectorsCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws JsonProcessingException {
        List<DetectorEntry> entries = DetectorEntry.all();
        if (json) {
            console.out()
                    .println(new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(entries));
            return 0;
        }
        for (DetectorEntry entry : entries) {
            console.out().println(entry.id() + ": " + entry.name() + ", " + entry.symbol());
            console.out().println("    looks at " + entry.meaning() + " (" + entry.source() + ")");
            console.out()
                    .println("    usual tau " + number(entry.usualTau()) + "; needs " + String.join(", ", entry.needs())
                            + (entry.gradient() ? "; has a gradient" : "; no gradient, to be attacked by evolution"));
            for (DetectorEntry.Setting setting : entry.settings()) {
                console.out()
                        .println("    " + setting.name() + "=" + number(setting.usual()) + "  " + setting.symbol()
                                + ", " + setting.range() + "; a larger one " + setting.meaning());
            }
            for (Description.Choice choice : entry.choices()) {
                console.out()
                        .println("    " + choice.name() + "=" + choice.value() + "  one of "
                                + String.join(", ", choice.options()) + ": " + choice.meaning());
            }
        }
        return 0;
    }

    /** As a person types it: no zeros behind, no exponent where there need be none. */
    static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e9
                ? String.format(Locale.ROOT, "%.0f", value)
                : Double.toString(value);
    }
}
