package org.penumbra.data.home;

import java.time.Duration;

/**
 * How slow a mirror may be before it is left.
 *
 * @param bytes  that must come, at least 1
 * @param within this time, again and again
 */
public record LeastRate(long bytes, Duration within) {}
