package org.penumbra.command.experiment;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.penumbra.command.console.Console;
import org.penumbra.command.option.DataOption;
import org.penumbra.command.option.Ranges;
import org.penumbra.experiment.About;
import org.penumbra.experiment.Experiment;
import org.penumbra.experiment.ExperimentKind;
import org.penumbra.experiment.ExperimentSettings;
import org.penumbra.experiment.catalogue.Experiments;
import org.penumbra.experiment.run.LocalWorkers;
import org.penumbra.experiment.run.RemoteWorkers;
import org.penumbra.fitting.OtherImages;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Visibility;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs one of the paper's experiments or of ours, or lists them. */
@Command(
        name = "experiment",
        description = {
            "Computes one of the paper's tables and figures, or of ours beside them, and writes a report in which every figure of the "
                    + "paper stands beside ours. Without a name it lists all experiments.",
            "Results go to a folder: report.md, a table (CSV) for each table and curve, pictures (PNG), and results.json. Each "
                    + "finished piece of the work, a cell, is kept there at once: after Ctrl-C, a kill or a power cut the same "
                    + "command with --resume computes only what is missing, and ends with the same results.",
            "Says first how long it will take here; progress goes to standard error, the place of the report to standard output."
        },
        footer = {
            "",
            "For example: penumbra experiment table1 --quick",
            "             penumbra experiment open-set --seeds 5 --data ~/data --out open-set --resume"
        })
public final class ExperimentCommand implements Callable<Integer> {

    private static final String SEEDS = "--seeds";
    private static final String WORKERS = "--workers";
    private static final String LANES = "--lanes";

    private final Console console;
    private final List<ExperimentKind> kinds;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "NAME", arity = "0..1", description = "The experiment (see: penumbra experiment --list).")
    private String name;

    @Option(names = "--list", description = "List all experiments: what they answer, and how many cells they have.")
    private boolean list;

    @Option(names = "--quick", description = "The version of a few minutes, for a lecture or a test.")
    private boolean quick;

    @Option(
            names = SEEDS,
            paramLabel = "N",
            description = "How often what depends on chance is repeated, 1 to " + ExperimentSettings.MOST_REPEATS
                    + "; otherwise as is usual for the experiment.")
    private Integer seeds;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            showDefaultValue = Visibility.ALWAYS,
            description = "Seed of everything that is drawn.")
    private long seed;

    @Option(
            names = LANES,
            paramLabel = "N",
            defaultValue = "2",
            showDefaultValue = Visibility.ALWAYS,
            description = "Parts each batch of a training is cut into, 1 to " + ExperimentSettings.MOST_LANES
                    + ". The last bits of results depend on it, as they do not on --workers.")
    private int lanes;

    @Option(
            names = "--unknown",
            paramLabel = "SET|DIR",
            description =
                    "Also test with these images of none of the classes, where the experiment has unknown images; several by "
                            + "repeating it: " + OtherImages.NAMES + ".")
    private List<String> unknown = List.of();

    @Mixin
    private DataOption data;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description =
                    "The folder for results; otherwise NAME-results, with --quick NAME-quick-results, in this folder.")
    private Path out;

    @Option(
            names = "--resume",
            description =
                    "Go on with a run that was begun in the folder. All options must be those it was begun with, but for "
                            + "--data, --workers, --master and --out.")
    private boolean resume;

    @Option(
            names = WORKERS,
            paramLabel = "N",
            description = "Cells that are computed at once, 1 to " + LocalWorkers.MOST
                    + "; otherwise one for every two cores, as most cells keep two busy. Each takes memory of its own. Results do "
                    + "not depend on it.")
    private Integer workers;

    @Option(
            names = "--master",
            paramLabel = "URL",
            description = "Compute the cells on a cluster of Apache Spark, " + RemoteWorkers.ADDRESS
                    + ", with the same results. Needs a "
                    + "build with Spark (mvn -Pspark package). Then --workers says how many cells the cluster computes at "
                    + "once, for the time it will take.")
    private String master;

    /** @param kinds of experiments there are */
    public ExperimentCommand(Console console, List<ExperimentKind> kinds) {
        this.console = console;
        this.kinds = List.copyOf(kinds);
    }

    @Override
    public Integer call() {
        if (list || name == null) {
            requireNothingToRun();
            kinds.forEach(this::tell);
            return 0;
        }
        Experiment experiment = Experiments.named(name, kinds).with(settings());
        int atOnce = workers == null ? LocalWorkers.usual() : workers;
        ExperimentJob job = new ExperimentJob(console, atOnce, Optional.ofNullable(master));
        return job.run(experiment, out == null ? usualFolder(name, quick) : out, data.home(), resume);
    }

    private void requireNothingToRun() {
        if (name == null && (out != null || resume || quick)) {
            throw new ParameterException(
                    spec.commandLine(), "NAME: expected the name of an experiment to run, but there is none");
        }
    }

    private void tell(ExperimentKind kind) {
        About about = kind.about();
        ExperimentSettings usual = ExperimentSettings.USUAL;
        console.out().println(about.name() + ": " + about.title());
        console.out().println("    " + about.question());
        console.out()
                .println("    " + kind.with(usual).cells().size() + " cells; with --quick "
                        + kind.with(usual.quickly()).cells().size() + ". From: " + about.source());
    }

    private ExperimentSettings settings() {
        if (seeds != null) {
            Ranges.check(spec, SEEDS, seeds, 1, ExperimentSettings.MOST_REPEATS);
        }
        if (workers != null) {
            Ranges.check(spec, WORKERS, workers, 1, LocalWorkers.MOST);
        }
        Ranges.check(spec, LANES, lanes, 1, ExperimentSettings.MOST_LANES);
        return new ExperimentSettings(quick, seed, seeds == null ? 0 : seeds, lanes, unknown);
    }

    /** Where results go unless told otherwise. */
    static Path usualFolder(String name, boolean quick) {
        return Path.of(name + (quick ? "-quick" : "") + "-results");
    }
}
