/**
 * Networks of the plane: their training, their answers on a grid, the Jacobian. A network learns from data, so points
 * and layers are known here; what its answers mean is decided elsewhere.
 */
package org.penumbra.net.plane;
