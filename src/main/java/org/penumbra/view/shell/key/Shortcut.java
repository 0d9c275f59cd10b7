package org.penumbra.view.shell.key;

import java.util.Arrays;
import java.util.List;
import javafx.scene.input.KeyCombination;

/**
 * A key that does something wherever the focus is, except where it is typed as text.
 *
 * @param label   the key as people read it, "Space"
 * @param keys    each of these does it
 * @param meaning what it does, a few words
 * @param repeats whether holding the key does it again and again
 * @param always  whether it also works while a sheet lies over the window
 * @param action  does it
 */
public record Shortcut(
        String label, List<KeyCombination> keys, String meaning, boolean repeats, boolean always, Runnable action) {

    public Shortcut {
        keys = List.copyOf(keys);
    }

    /** A shortcut that fires once however long the key is held; keys as in {@link KeyCombination#valueOf}. */
    public static Shortcut of(String label, String meaning, Runnable action, String... keys) {
        return new Shortcut(label, parse(keys), meaning, false, false, action);
    }

    /** A shortcut that fires again and again while the key is held. */
    public static Shortcut repeating(String label, String meaning, Runnable action, String... keys) {
        return new Shortcut(label, parse(keys), meaning, true, false, action);
    }

    /** The same, working also while a sheet lies over the window. */
    public Shortcut overSheets() {
        return new Shortcut(label, keys, meaning, repeats, true, action);
    }

    private static List<KeyCombination> parse(String... keys) {
        return Arrays.stream(keys).map(KeyCombination::valueOf).toList();
    }
}
