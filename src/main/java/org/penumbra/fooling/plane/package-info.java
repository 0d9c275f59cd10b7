/**
 * A point that an attack moves through the plane. It knows the rest of {@code fooling}, which does not know it.
 */
package org.penumbra.fooling.plane;
