package org.penumbra.view.shell.preference;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.prefs.AbstractPreferences;
import org.penumbra.data.home.Choices;
import org.penumbra.data.home.PreferencesFile;
import org.penumbra.live.engine.Background;

/**
 * Preferences in a {@link PreferencesFile}. A change is seen at once and written soon, on a thread of its own; what is not
 * written yet is written when they are closed. What another copy of the program changes meanwhile is not seen here and
 * stays in the file.
 */
public final class KeptPreferences extends AbstractPreferences implements AutoCloseable {

    private final PreferencesFile file;
    private final boolean kept;
    private final Consumer<? super Throwable> failed;
    private final Background writer;
    private final Map<String, String> values;
    /** What is to be written, by its key. */
    private final Map<String, Optional<String>> waiting = new LinkedHashMap<>();

    /**
     * @param found   what the file held
     * @param answers runs the callback, for a window {@code Platform::runLater}
     * @param failed  told when a change could not be written
     */
    public KeptPreferences(PreferencesFile file, Choices found, Executor answers, Consumer<? super Throwable> failed) {
        super(null, "");
        this.file = file;
        this.kept = found.kept();
        this.failed = failed;
        values = new HashMap<>(found.values());
        writer = new Background("penumbra-preferences", answers);
    }

    /** The file; empty where nothing is kept, as the file can neither be read nor put aside. */
    public Optional<Path> place() {
        return kept ? Optional.of(file.path()) : Optional.empty();
    }

    @Override
    protected void putSpi(String key, String value) {
        if (!value.equals(values.put(key, value))) {
            change(key, Optional.of(value));
        }
    }

    @Override
    protected String getSpi(String key) {
        return values.get(key);
    }

    @Override
    protected void removeSpi(String key) {
        if (values.remove(key) != null) {
            change(key, Optional.empty());
        }
    }

    private void change(String key, Optional<String> value) {
        if (!kept) {
            return;
        }
        synchronized (waiting) {
            waiting.remove(key);
            waiting.put(key, value);
        }
        writer.run(
                () -> {
                    write();
                    return null;
                },
                done -> {},
                failed);
    }

    /** Whoever writes takes all that waits, so that what is changed together is mostly written together. */
    private synchronized void write() {
        Map<String, Optional<String>> changes;
        synchronized (waiting) {
            changes = new LinkedHashMap<>(waiting);
            waiting.clear();
        }
        if (changes.isEmpty()) {
            return;
        }
        try {
            file.change(changes);
        } catch (RuntimeException unwritten) {
            // The next change tries once more.
            synchronized (waiting) {
                changes.forEach(waiting::putIfAbsent);
            }
            throw unwritten;
        }
    }

    @Override
    protected void removeNodeSpi() {
        throw new UnsupportedOperationException("the preferences stay; a key of them is removed");
    }

    @Override
    protected String[] keysSpi() {
        return values.keySet().toArray(String[]::new);
    }

    @Override
    protected String[] childrenNamesSpi() {
        return new String[0];
    }

    @Override
    protected AbstractPreferences childSpi(String name) {
        throw new UnsupportedOperationException(name);
    }

    @Override
    protected void syncSpi() {
        write();
    }

    @Override
    protected void flushSpi() {
        write();
    }

    /**
     * Writes what waits, on the caller's thread, and ends the thread that writes.
     *
     * @throws org.penumbra.data.DataException when it cannot be written
     */
    @Override
    public void close() {
        writer.close();
        write();
    }
}
