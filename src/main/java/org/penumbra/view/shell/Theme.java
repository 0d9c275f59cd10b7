package org.penumbra.view.shell;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.Locale;
import java.util.prefs.Preferences;
import javafx.application.Application;

/** How the program looks. */
public enum Theme {
    LIGHT,
    DARK;

    private static final String KEY = "theme";

    /** The theme last remembered there, light at first. */
    public static Theme remembered(Preferences memory) {
        return memory.get(KEY, "").equals(DARK.key()) ? DARK : LIGHT;
    }

    /** Remembers this theme for the next start. */
    public void remember(Preferences memory) {
        memory.put(KEY, key());
    }

    /** Paints every window of the program with this theme. */
    public void apply() {
        Application.setUserAgentStylesheet(
                this == DARK ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet());
    }

    /** The other one. */
    public Theme other() {
        return this == LIGHT ? DARK : LIGHT;
    }

    private String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
