/**
 * Detectors that remember training inputs and look for those nearest to an input, by its numbers or by the network's code. It
 * knows {@code detector}, {@code net} and {@code data}, and no other family.
 */
package org.penumbra.detector.neighbour;
