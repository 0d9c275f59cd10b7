package org.penumbra.detector.svm;

import libsvm.svm;
import libsvm.svm_print_interface;
import org.penumbra.detector.FitWatcher;

/**
 * Looks at the watcher of a fit while libsvm works. libsvm cannot be interrupted, but it prints a dot after every thousand
 * steps, and what prints it may throw. There is one such place in the whole process, so each thread leaves word there of who
 * watches it; nothing is ever printed.
 */
final class SolverWatch implements svm_print_interface {

    private static final ThreadLocal<FitWatcher> WATCHING = new ThreadLocal<>();

    private SolverWatch() {}

    /** A piece of work that libsvm does. */
    interface Solving<T> {
        T solve();
    }

    /**
     * Lets libsvm work.
     *
     * @throws org.penumbra.detector.FitStopped when the watcher ends it, at the next thousandth step
     */
    static <T> T over(FitWatcher watcher, Solving<T> work) {
        svm.svm_set_print_string_function(new SolverWatch());
        WATCHING.set(watcher);
        try {
            return work.solve();
        } finally {
            WATCHING.remove();
        }
    }

    @Override
    public void print(String text) {
        FitWatcher watcher = WATCHING.get();
        if (watcher != null) {
            // How many steps are left is not known, so the machine counts as begun until it is done.
            watcher.at(0);
        }
    }
}
