package org.penumbra.view.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.prefs.Preferences;
import org.penumbra.data.home.DataHome;
import org.penumbra.live.engine.Background;
import org.penumbra.view.shell.about.AboutProgram;
import org.penumbra.view.shell.message.Failure;
import org.penumbra.view.shell.message.FailureReports;
import org.penumbra.view.shell.preference.KeptPreferences;
import org.penumbra.view.shell.preference.StartedWith;

/** The sheets about the program as a whole: what can be chosen for it, and what it is made of. */
public final class ProgramSheets {

    private final Parts parts;
    private final LetterSize letters;
    private final Supplier<Theme> theme;
    private final Consumer<Theme> painted;
    private final StartedWith started;
    private Optional<String> labNamed = Optional.empty();
    private Optional<Consumer<Path>> opener = Optional.empty();
    private ProgramPreferences choices;

    /**
     * What of the window the sheets are about.
     *
     * @param memory where choices are kept
     * @param sheets where a sheet is laid
     * @param files  asks for a folder
     * @param home   where image data are kept
     * @param labs   their names
     * @param background reads what a sheet shows
     * @param failures   errors nobody expected since the start
     */
    record Parts(
            Preferences memory,
            Sheets sheets,
            FilePicker files,
            DataHome home,
            List<String> labs,
            Background background,
            Supplier<List<Failure>> failures) {}

    /**
     * @param theme   the one the window has
     * @param painted paints the window with another and remembers it
     */
    ProgramSheets(Parts parts, LetterSize letters, Supplier<Theme> theme, Consumer<Theme> painted) {
        this.parts = parts;
        this.letters = letters;
        this.theme = theme;
        this.painted = painted;
        started = StartedWith.ofProcess(parts.memory(), parts.home());
    }

    /** Tells that this start has opened another lab than the preferences say. @param why a sentence */
    public void labNamed(String why) {
        labNamed = Optional.of(why);
    }

    private void paint(Theme chosen) {
        if (chosen != theme.get()) {
            painted.accept(chosen);
        }
    }

    /** Shows what can be chosen. */
    public void preferences() {
        if (choices == null) {
            choices = new ProgramPreferences(parts.memory(), theme.get(), this::paint, letters);
        }
        choices.theme().set(theme.get());
        parts.sheets()
                .show(PreferencesSheet.of(
                        choices,
                        new PreferencesSheet.Around(parts.labs(), labNamed, started, DataHome.usual(), place()),
                        parts.files(),
                        this::about,
                        parts.sheets()::leave));
    }

    private Optional<Path> place() {
        return parts.memory() instanceof KeptPreferences kept ? kept.place() : Optional.empty();
    }

    /** Names what opens a folder in the program that the machine has for it. */
    public void opener(Consumer<Path> folders) {
        opener = Optional.of(folders);
    }

    /** Shows what the program is made of and runs on. */
    public void about() {
        AboutProgram atOnce =
                AboutProgram.atOnce(place(), parts.home(), parts.failures().get());
        AboutSheet sheet = AboutSheet.of(atOnce, opener, parts.sheets()::leave);
        parts.sheets().show(sheet);
        parts.background().run(atOnce::complete, sheet::complete, FailureReports::report);
    }
}
