/**
 * Open set recognition: networks that are trained on some classes and met by all of them, and networks of one class. Each cell
 * trains a network, fits detectors on it and measures them all.
 */
package org.penumbra.experiment.openset;
