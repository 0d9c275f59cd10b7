/**
 * A training run without a watcher: plan, step, validation, early end, snapshot and result. The window, the command line and
 * experiments drive the same run. It knows {@code data}, {@code net} and {@code confidence}; it has no thread, no clock and no
 * window.
 */
package org.penumbra.course;
