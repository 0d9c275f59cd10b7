package org.penumbra.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.penumbra.command.console.CommandFailure;
import org.penumbra.command.console.Console;
import org.penumbra.command.console.NoDisplayException;
import org.penumbra.command.option.DataOption;
import org.penumbra.data.OutsideText;
import org.penumbra.state.LabState;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Opens the window with what somebody has shared: a state, or a file that programs of the desktop hand over. */
@Command(
        name = "open",
        description = {
            "Opens the window with a state that was shared, or with a file.",
            "",
            "A state is a text such as \"penumbra:1/rings?preset=moons&alpha=20\" (put it in quotation marks, as shells take & for "
                    + "themselves), which the window copies, saves and shows as a QR picture."
        })
final class OpenCommand implements Callable<Integer> {

    private final WindowTools window;
    private final Console console;

    @Parameters(
            paramLabel = "STATE|FILE",
            description =
                    "A state; or the file of a state (.penumbra-state), of a model (.penumbra) or of a preset (.json).")
    private String opened;

    @Mixin
    private DataOption data;

    OpenCommand(WindowTools window, Console console) {
        this.window = window;
        this.console = console;
    }

    @Override
    public Integer call() {
        check();
        try {
            return window.openShared(opened, data.folder());
        } catch (NoDisplayException none) {
            console.complain(none.getMessage()
                    + ". \"penumbra open\" needs a window; over ssh use \"ssh -X\", on a desktop set DISPLAY");
            return ExitCode.SOFTWARE;
        }
    }

    /** What is wrong with a text is told here, where it was typed; what a file holds is told by the window that opens it. */
    private void check() {
        if (LabState.isMeant(opened)) {
            LabState.parse(opened);
        } else if (!Files.exists(Path.of(opened))) {
            throw new CommandFailure(
                    "\"" + OutsideText.shown(opened) + "\": there is no such file, and a state begins with \""
                            + LabState.SCHEME + "\"; check its name and folder");
        }
    }
}
