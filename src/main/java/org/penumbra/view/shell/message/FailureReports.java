package org.penumbra.view.shell.message;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.penumbra.live.engine.Explanation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where errors nobody expected end, of the window's thread and of all others: in the log with their stack trace, and before
 * the person. One of a kind is told once, in a dialog with details to copy; the same again, say with every pulse, only
 * counts up. What the machine lacks, such as memory, is told as a message, as there is something a person can do.
 */
public final class FailureReports implements Thread.UncaughtExceptionHandler, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(FailureReports.class);

    private static final Explanation EXPLANATION = new Explanation(
            "for this", "Choose less at once, close another lab or other programs, then try again.", "");

    private final Messages messages;
    private final FailureDialog dialog;
    private final FailureCounts counts = new FailureCounts();
    private final AtomicBoolean countAsked = new AtomicBoolean();
    private Thread.UncaughtExceptionHandler before;

    /**
     * @param messages where it is told what the machine lacks
     * @param owner    the program's window, over which the dialog is shown
     */
    public FailureReports(Messages messages, Stage owner) {
        this.messages = messages;
        dialog = new FailureDialog(owner);
    }

    /** Has all threads report here until {@link #close}, the window's own thread, which this is called on, for good. */
    public void install() {
        before = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler(this);
        Thread.currentThread().setUncaughtExceptionHandler(this);
    }

    /** Reports an error nobody expected, where one of another kind would have been told as a message. */
    public static void report(Throwable problem) {
        Thread thread = Thread.currentThread();
        thread.getUncaughtExceptionHandler().uncaughtException(thread, problem);
    }

    /** Each kind of error that has come, with its count. */
    public List<Failure> seen() {
        return counts.all();
    }

    @Override
    public void uncaughtException(Thread thread, Throwable problem) {
        FailureCounts.Entry entry = counts.add(thread, problem);
        switch (entry.news()) {
            case FIRST -> {
                LOG.error("An error nobody expected on the thread {}", thread.getName(), problem);
                onWindowsThread(() -> tell(problem));
            }
            case AGAIN -> {
                if (isRound(entry.failure().count())) {
                    LOG.error(
                            "The same error, {} times by now: {}",
                            entry.failure().count(),
                            entry.failure().what());
                }
                // One with every pulse must not fill the queue of the window's thread.
                if (countAsked.compareAndSet(false, true)) {
                    Platform.runLater(() -> {
                        countAsked.set(false);
                        dialog.count(counts.all());
                    });
                }
            }
            case TOO_MANY -> LOG.error("One more error nobody expected, on the thread {}", thread.getName(), problem);
        }
    }

    /** 10, 100, 1000 and so on. */
    private static boolean isRound(long count) {
        long round = 10;
        while (round < count) {
            round *= 10;
        }
        return round == count;
    }

    private static void onWindowsThread(Runnable work) {
        if (Platform.isFxApplicationThread()) {
            work.run();
        } else {
            Platform.runLater(work);
        }
    }

    private void tell(Throwable problem) {
        if (Explanation.isOfTheMachine(problem)) {
            messages.show(Message.failure("Something Penumbra needs is missing", EXPLANATION.of("", problem)));
        } else {
            // Not at once: the window may be in the midst of being laid out.
            Platform.runLater(() -> dialog.show(counts.all()));
        }
    }

    /** Takes the dialog away; errors of other threads go where they went before. */
    @Override
    public void close() {
        dialog.close();
        if (Thread.getDefaultUncaughtExceptionHandler() == this) {
            Thread.setDefaultUncaughtExceptionHandler(before);
        }
    }
}
