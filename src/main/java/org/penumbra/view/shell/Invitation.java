package org.penumbra.view.shell;

import java.util.prefs.Preferences;

/** Whether a newcomer is still to be invited to the tour: at the first start, and then never again. */
final class Invitation {

    private static final String KEY = "invited-to-tour";

    private Invitation() {}

    /** Whether nobody has been invited yet; whoever asks invites. */
    static boolean due(Preferences memory) {
        boolean due = !memory.getBoolean(KEY, false);
        memory.putBoolean(KEY, true);
        return due;
    }
}
