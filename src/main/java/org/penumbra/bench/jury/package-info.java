/**
 * How the jury was chosen: juries are tried on shipped models against sets of unknown images, some to choose by and others to
 * report. It knows networks, detectors and their files, and no window.
 */
package org.penumbra.bench.jury;
