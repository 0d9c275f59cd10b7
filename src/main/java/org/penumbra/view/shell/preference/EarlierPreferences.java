package org.penumbra.view.shell.preference;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.prefs.BackingStoreException;
import java.util.prefs.Preferences;
import org.penumbra.data.home.PreferencesFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What versions before the file of preferences have kept in Java's own preferences. It is read once, at the first start with
 * a file, and stays there for such a version.
 */
public final class EarlierPreferences {

    private static final Logger LOG = LoggerFactory.getLogger(EarlierPreferences.class);
    private static final String NODE = "org/penumbra/view";

    private EarlierPreferences() {}

    /** All of it by its keys; empty where there is none, and where a folder is named that is not the person's own. */
    public static Map<String, String> read() {
        Map<String, String> found = new HashMap<>();
        try {
            if (isWanted() && isThere() && Preferences.userRoot().nodeExists(NODE)) {
                Preferences node = Preferences.userRoot().node(NODE);
                for (String key : node.keys()) {
                    found.put(key, node.get(key, ""));
                }
            }
        } catch (BackingStoreException | SecurityException unreadable) {
            LOG.warn("What an earlier version has remembered cannot be read: {}", unreadable.toString());
        }
        return found;
    }

    /** Who names another folder for what is kept, as tests do, begins with nothing, unless they name Java's own as well. */
    private static boolean isWanted() {
        return System.getProperty(PreferencesFile.FOLDER) == null
                || System.getProperty("java.util.prefs.userRoot") != null;
    }

    /** On Linux Java would make folders for preferences as soon as they are asked for, which nobody needs any more. */
    private static boolean isThere() {
        if (!System.getProperty("os.name").startsWith("Linux")) {
            return true;
        }
        String root = System.getProperty("java.util.prefs.userRoot", System.getProperty("user.home"));
        return Files.isDirectory(Path.of(root, ".java", ".userPrefs").resolve(NODE));
    }
}
