/**
 * The true density of points of the plane, where it is known, as the measure of what others estimate. It knows
 * {@code data.plane} and what {@code detector} knows; no other family.
 */
package org.penumbra.detector.density;
