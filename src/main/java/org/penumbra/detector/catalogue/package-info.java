/** All detectors by their names. It knows every family; no family knows it. */
package org.penumbra.detector.catalogue;
