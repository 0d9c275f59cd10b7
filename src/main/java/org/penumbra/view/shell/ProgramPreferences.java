package org.penumbra.view.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.prefs.Preferences;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.penumbra.data.home.JavaOptions;
import org.penumbra.data.home.PreferencesFile;
import org.penumbra.view.shell.place.PlacedStage;

/**
 * What can be chosen for the program as a whole, as properties that keep their value in the preferences. An empty choice is
 * the usual one, and nothing is kept for it.
 */
final class ProgramPreferences {

    private static final String LAB_AT_START = "lab-at-start";
    private static final List<Integer> MEGABYTES =
            List.of(512, 1024, 1536, 2048, 3072, 4096, 6144, 8192, 12288, 16384, 24576, 32768, 65536, 131072);

    private final Preferences memory;
    private final ObjectProperty<Theme> theme;
    private final ObjectProperty<Integer> letters;
    private final ObjectProperty<Boolean> windowAsLeft;
    private final ObjectProperty<Optional<String>> lab;
    private final ObjectProperty<Optional<String>> data;
    private final ObjectProperty<Optional<Integer>> threads;
    private final ObjectProperty<Optional<Integer>> megabytes;

    /**
     * @param theme   the one the window has
     * @param painted paints the window with another
     */
    ProgramPreferences(Preferences memory, Theme theme, Consumer<Theme> painted, LetterSize size) {
        this.memory = memory;
        this.theme = new SimpleObjectProperty<>(theme);
        this.theme.subscribe((before, now) -> painted.accept(now));
        letters = new SimpleObjectProperty<>(size.percentProperty().get());
        letters.subscribe((before, now) -> size.set(now));
        size.percentProperty().subscribe(now -> letters.set(now.intValue()));
        windowAsLeft = new SimpleObjectProperty<>(!PlacedStage.USUAL.equals(memory.get(PlacedStage.AT_START, "")));
        windowAsLeft.subscribe(
                (before, now) -> keep(PlacedStage.AT_START, now ? Optional.empty() : Optional.of(PlacedStage.USUAL)));
        lab = kept(LAB_AT_START, Optional::of, name -> name);
        data = kept(PreferencesFile.DATA_FOLDER, Optional::of, folder -> folder);
        threads = kept(
                JavaOptions.THREADS, text -> options(JavaOptions.THREADS, text).threads(), Object::toString);
        megabytes = kept(
                JavaOptions.MEGABYTES,
                text -> options(JavaOptions.MEGABYTES, text).megabytes(),
                Object::toString);
    }

    private static JavaOptions options(String key, String text) {
        return JavaOptions.of(Map.of(key, text));
    }

    /** The lab that is opened at the start in place of the last one, if somebody has chosen one. */
    static Optional<String> labAtStart(Preferences memory) {
        return Optional.ofNullable(memory.get(LAB_AT_START, null));
    }

    private <T> ObjectProperty<Optional<T>> kept(
            String key, Function<String, Optional<T>> read, Function<T, String> written) {
        ObjectProperty<Optional<T>> property = new SimpleObjectProperty<>(
                Optional.ofNullable(memory.get(key, null)).flatMap(read));
        property.subscribe((before, now) -> keep(key, now.map(written)));
        return property;
    }

    private void keep(String key, Optional<String> value) {
        value.ifPresentOrElse(chosen -> memory.put(key, chosen), () -> memory.remove(key));
    }

    ObjectProperty<Theme> theme() {
        return theme;
    }

    /** Percent. */
    ObjectProperty<Integer> letters() {
        return letters;
    }

    ObjectProperty<Boolean> windowAsLeft() {
        return windowAsLeft;
    }

    ObjectProperty<Optional<String>> lab() {
        return lab;
    }

    /** A path as text. */
    ObjectProperty<Optional<String>> data() {
        return data;
    }

    ObjectProperty<Optional<Integer>> threads() {
        return threads;
    }

    ObjectProperty<Optional<Integer>> megabytes() {
        return megabytes;
    }

    void chooseData(Path folder) {
        data.set(Optional.of(folder.toAbsolutePath().normalize().toString()));
    }

    /** Everything as it is for who has chosen nothing. */
    void usual() {
        theme.set(Theme.LIGHT);
        letters.set(LetterSize.USUAL);
        windowAsLeft.set(true);
        Stream.of(lab, data).forEach(property -> property.set(Optional.empty()));
        Stream.of(threads, megabytes).forEach(property -> property.set(Optional.empty()));
    }

    /** Percent, all the sizes of letters that there are. */
    static List<Integer> sizes() {
        return IntStream.iterate(
                        LetterSize.SMALLEST, size -> size <= LetterSize.LARGEST, size -> size + LetterSize.STEP)
                .boxed()
                .toList();
    }

    /** Numbers of processors to choose from, after the empty choice; with the one that is chosen now. */
    List<Optional<Integer>> threadChoices(int processors) {
        return choices(IntStream.rangeClosed(1, processors).boxed(), threads.get());
    }

    /** Sizes of memory to choose from likewise, megabytes. @param whole bytes of the machine */
    List<Optional<Integer>> memoryChoices(long whole) {
        return choices(MEGABYTES.stream().filter(size -> size * (1L << 20) <= whole), megabytes.get());
    }

    private static List<Optional<Integer>> choices(Stream<Integer> usual, Optional<Integer> chosen) {
        return Stream.concat(
                        Stream.of(Optional.<Integer>empty()),
                        Stream.concat(usual, chosen.stream())
                                .distinct()
                                .sorted()
                                .map(Optional::of))
                .toList();
    }

    /** "512 MB", "1.5 GB". */
    static String size(long megabytes) {
        return megabytes < 1024
                ? megabytes + " MB"
                : String.format(Locale.ROOT, "%.1f GB", megabytes / 1024.0).replace(".0 GB", " GB");
    }
}
