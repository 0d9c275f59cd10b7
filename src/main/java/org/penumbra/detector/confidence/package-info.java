/**
 * The paper's confidence as a detector: reconstruction error and curvature. It knows what {@code detector} knows; no other
 * family.
 */
package org.penumbra.detector.confidence;
