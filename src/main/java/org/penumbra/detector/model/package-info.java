/**
 * Which detector a trained model brings along, and how good it is with it. It knows the families of detectors, which do not
 * know it.
 */
package org.penumbra.detector.model;
