/**
 * Which detector a trained model brings along, which others suit it, and how good it is with its own. It knows the families of detectors, which do not
 * know it.
 */
package org.penumbra.detector.model;
