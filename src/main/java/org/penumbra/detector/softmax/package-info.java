/**
 * The classifier's outputs as detectors: the highest of them, the measure of all others, with a temperature, and their energy. It knows what {@code detector} knows; no other family.
 */
package org.penumbra.detector.softmax;
