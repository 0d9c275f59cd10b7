package org.penumbra.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.penumbra.command.console.Console;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Looks for what has no room in the window. */
@Command(
        name = "window",
        description = {
            "Opens the window on the display that is there and looks in every lab for controls outside of the window and for "
                    + "text that is cut. Prints one JSON object: the size of the screen, and of each look the lab, the size of the "
                    + "window with its frame (stage) and without it (scene), and its faults.",
            "Exit code 3 where there are faults."
        })
final class BenchWindowCommand implements Callable<Integer> {

    private static final int FAULTY = 3;

    private final Console console;
    private final Walk walk;

    @Option(
            names = "--size",
            paramLabel = "WIDTHxHEIGHT",
            split = ",",
            converter = SizeText.class,
            description =
                    "Sizes that the window is given one after the other, with its frame, after the one that it opens "
                            + "with; each number is 100 to 10000.")
    private List<WindowWalk.Size> sizes = new ArrayList<>();

    /** @param walk what looks; a test puts another in its place */
    BenchWindowCommand(Console console, Walk walk) {
        this.console = console;
        this.walk = walk;
    }

    /** Opens the window and looks, at the size it opens with and at others. */
    @FunctionalInterface
    interface Walk {
        WindowWalk.Report take(List<WindowWalk.Size> sizes) throws InterruptedException;
    }

    /** Reads "1366x768". */
    static final class SizeText implements ITypeConverter<WindowWalk.Size> {

        private static final Pattern FORM = Pattern.compile("(\\d{3,5})x(\\d{3,5})");
        private static final int MOST = 10_000;

        @Override
        public WindowWalk.Size convert(String text) {
            Matcher form = FORM.matcher(text);
            if (!form.matches() || Integer.parseInt(form.group(1)) > MOST || Integer.parseInt(form.group(2)) > MOST) {
                throw new TypeConversionException("expected a width and a height from 100 to " + MOST
                        + ", as in 1366x768, but got \"" + text + "\"");
            }
            return new WindowWalk.Size(Integer.parseInt(form.group(1)), Integer.parseInt(form.group(2)));
        }
    }

    @Override
    public Integer call() throws InterruptedException, JsonProcessingException {
        WindowWalk.Report report = walk.take(sizes);
        console.out()
                .println(new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(report));
        return report.faults() == 0 ? 0 : FAULTY;
    }
}
