/**
 * What every session is made of: its thread, pace, background work, the signal to stop. It knows the science and none
 * of the sessions, as all of them stand on it.
 */
package org.penumbra.live.engine;
