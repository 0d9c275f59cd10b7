package org.penumbra.view.shell.message;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Errors nobody expected, counted by their kind: the class of what caused them and where that happened. What they say does not
 * count, as it may hold a number that differs each time. Any thread may add to it.
 */
final class FailureCounts {

    /** A program in which more than so many things are broken tells the rest to its log only. */
    static final int MOST_KINDS = 20;

    private static final int FRAMES = 3;

    private final Map<List<String>, Failure> seen = new LinkedHashMap<>();

    /** How it went with one more. */
    enum News {
        FIRST,
        AGAIN,
        TOO_MANY
    }

    /**
     * What is known of an error after it came once more.
     *
     * @param failure with its count; null where there are too many kinds
     */
    record Entry(News news, Failure failure) {}

    synchronized Entry add(Thread thread, Throwable problem) {
        List<String> kind = kind(problem);
        Failure before = seen.get(kind);
        if (before == null && seen.size() == MOST_KINDS) {
            return new Entry(News.TOO_MANY, null);
        }
        Failure now = before == null ? Failure.first(thread, problem) : before.again(before.count() + 1);
        seen.put(kind, now);
        return new Entry(before == null ? News.FIRST : News.AGAIN, now);
    }

    private static List<String> kind(Throwable problem) {
        Throwable root = Failure.root(problem);
        List<String> kind = new ArrayList<>();
        kind.add(root.getClass().getName());
        for (StackTraceElement element : root.getStackTrace()) {
            if (kind.size() <= FRAMES) {
                kind.add(element.toString());
            }
        }
        return List.copyOf(kind);
    }

    /** All kinds, the oldest first. */
    synchronized List<Failure> all() {
        return List.copyOf(seen.values());
    }
}
