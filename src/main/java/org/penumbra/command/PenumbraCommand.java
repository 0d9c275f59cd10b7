package org.penumbra.command;

import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.penumbra.command.console.Console;
import org.penumbra.command.console.NoDisplayException;
import org.penumbra.command.option.DataOption;
import org.penumbra.command.rings.RingsJob;
import org.penumbra.command.rings.RingsOptions;
import org.penumbra.command.rings.RingsResult;
import org.penumbra.preset.Presets;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Visibility;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/**
 * The root of the command line. On its own it opens the window; where there is no display it trains without
 * one, so that the first start shows something everywhere.
 */
@Command(
        name = "penumbra",
        versionProvider = ProgramVersion.class,
        description = "Shows where a neural network should not be trusted. Without a command it opens the window.",
        descriptionHeading = "%n",
        optionListHeading = "%nOptions:%n",
        commandListHeading = "%nCommands:%n",
        footer = {"", "Exit codes: 0 done, 1 failed, 2 wrong use.", "penumbra COMMAND --help tells more of a command."})
final class PenumbraCommand implements Callable<Integer>, DataOption.Root {

    static final Path HEADLESS_OUT = Path.of("out");

    private static final String PRESET = "--preset";

    private final WindowTools window;
    private final Console console;

    @Spec
    private CommandSpec spec;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Show this help.")
    private boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Show the version.")
    private boolean version;

    @Option(
            names = PRESET,
            paramLabel = "NAME|FILE",
            defaultValue = "rings",
            showDefaultValue = Visibility.ALWAYS,
            description = "What the window opens with (see: penumbra presets).")
    private String preset;

    @Mixin
    private DataOption data;

    @Option(names = "--debug", scope = ScopeType.INHERIT, description = "Show the stack trace of an error.")
    private boolean debug;

    PenumbraCommand(WindowTools window, Console console) {
        this.window = window;
        this.console = console;
    }

    boolean debug() {
        return debug;
    }

    /** The option of the window and, where they have none of their own, of commands. */
    @Override
    public DataOption data() {
        return data;
    }

    @Override
    public Integer call() {
        try {
            return spec.commandLine().getParseResult().hasMatchedOption(PRESET)
                    ? window.open(preset, data.folder())
                    : window.openAsLeft(preset, data.folder());
        } catch (NoDisplayException none) {
            return withoutWindow(none);
        }
    }

    private int withoutWindow(NoDisplayException none) {
        console.err()
                .println(String.format(Locale.ROOT, """
            %s.
            So the preset "%s" is trained without a window; pictures and a report go to %s.
            If you expected a window: over ssh use "ssh -X"; on a desktop set DISPLAY; on Debian or Ubuntu
            "apt-get install libgtk-3-0 libxtst6 libxxf86vm1 libgl1" brings what a window needs.
            """, none.getMessage(), preset, HEADLESS_OUT.toAbsolutePath()));
        if (debug) {
            none.printStackTrace(console.err());
        }
        RingsOptions options = RingsOptions.of(Presets.load(preset), HEADLESS_OUT);
        return new RingsJob(console).run(options).map(this::tell).orElse(Console.STOPPED);
    }

    private int tell(RingsResult result) {
        console.out().println(result.words());
        console.out().println("Written: " + String.join(", ", result.summary().files()));
        return 0;
    }
}
