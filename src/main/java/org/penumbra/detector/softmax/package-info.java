/**
 * The highest softmax output as a detector, the measure of all others. It knows what {@code detector} knows; no other family.
 */
package org.penumbra.detector.softmax;
