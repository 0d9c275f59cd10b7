package org.penumbra.command.data;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.penumbra.command.console.CommandFailure;
import org.penumbra.command.console.Console;
import org.penumbra.command.option.DataOption;
import org.penumbra.command.option.KnownImagesConverter;
import org.penumbra.data.home.DataHome;
import org.penumbra.data.home.DataState;
import org.penumbra.data.image.KnownImages;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Checks data sets against what was published. */
@Command(
        name = "verify",
        description = "Reads the files of data sets and checks their structure and the MD5 and SHA-256 sums of their "
                + "unpacked bytes. Prints a line a file; exit code 1 when one is missing or wrong.")
public final class DataVerifyCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private DataOption data;

    @Parameters(
            arity = "0..*",
            paramLabel = "NAME",
            converter = KnownImagesConverter.class,
            description = "mnist or fashion-mnist; otherwise all that are there.")
    private List<KnownImages> names;

    public DataVerifyCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        DataHome home = data.home();
        List<DataState> states = (names == null ? KnownImages.all() : names)
                .stream().map(home::check).toList();
        List<String> wrong = new ArrayList<>();
        states.forEach(state -> wrong.addAll(verify(state)));
        if (wrong.isEmpty() && states.stream().noneMatch(DataState::isRight)) {
            wrong.add(states.get(0).missing());
        }
        if (!wrong.isEmpty()) {
            throw new CommandFailure(wrong.get(0) + (wrong.size() > 1 ? " (and " + (wrong.size() - 1) + " more)" : ""));
        }
        return 0;
    }

    /** Prints a line a file and returns what is wrong; a data set nobody asked for by name may be missing. */
    private List<String> verify(DataState state) {
        for (DataState.FileState file : state.files()) {
            console.out()
                    .println(file.problem()
                            .map(problem -> "wrong  " + problem.getMessage())
                            .orElseGet(() -> "ok     " + file.path().orElseThrow()));
        }
        return state.folder().isEmpty() && names != null ? List.of(state.missing()) : state.problems();
    }
}
