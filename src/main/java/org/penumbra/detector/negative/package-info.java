/**
 * A background class learnt from inputs of no class. It brings a small network of its own, in plain loops, as it may hold none
 * of {@code net}'s; it knows what {@code detector} knows; no other family.
 */
package org.penumbra.detector.negative;
