package org.penumbra.live.rings;

import org.penumbra.net.plane.PlaneStop.Reason;

/**
 * That a run has ended by itself. It is paused then, and goes on when it is played.
 *
 * @param step training steps done
 * @param why  what ended it
 */
public record RunEnding(long step, Reason why) {}
