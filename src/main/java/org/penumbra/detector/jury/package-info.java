/**
 * A detector that is made of others and hears them all. It knows {@code detector}, {@code net} and the families of its jurors.
 */
package org.penumbra.detector.jury;
