/**
 * Distributions of extreme values, by which some detectors calibrate their scores. They know nothing but numbers.
 */
package org.penumbra.detector.tail;
