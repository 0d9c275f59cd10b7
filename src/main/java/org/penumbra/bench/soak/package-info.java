/**
 * Random hands: a seeded driver that uses the whole window for minutes, with mouse and keys, and looks at what that leaves:
 * memory, threads, errors, and pauses of the window's thread.
 */
package org.penumbra.bench.soak;
