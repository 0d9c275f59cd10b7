/**
 * How far an input's code lies from the known classes, measured in their own spread. It knows what {@code detector} knows; no
 * other family.
 */
package org.penumbra.detector.mahalanobis;
