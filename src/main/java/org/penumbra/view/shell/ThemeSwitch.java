package org.penumbra.view.shell;

import java.util.function.Consumer;
import java.util.prefs.Preferences;
import javafx.scene.Parent;

/** Dresses a window in one theme or the other, and remembers which. */
final class ThemeSwitch {

    private final Parent root;
    private final Preferences memory;
    private final Consumer<Theme> told;
    private Theme theme;

    /**
     * Begins with the theme that is remembered.
     *
     * @param root   of the window
     * @param told   hears each theme that the window gets, the first one included
     */
    ThemeSwitch(Parent root, Preferences memory, Consumer<Theme> told) {
        this.root = root;
        this.memory = memory;
        this.told = told;
        apply(Theme.remembered(memory));
    }

    /** The theme the window has now. */
    Theme theme() {
        return theme;
    }

    void toggle() {
        choose(theme.other());
    }

    void choose(Theme chosen) {
        apply(chosen);
        theme.remember(memory);
    }

    private void apply(Theme chosen) {
        theme = chosen;
        chosen.apply();
        root.getStyleClass().removeAll("light-theme", "dark-theme");
        root.getStyleClass().add(chosen == Theme.DARK ? "dark-theme" : "light-theme");
        told.accept(chosen);
    }
}
