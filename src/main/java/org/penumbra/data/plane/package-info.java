/**
 * Points of the plane: the data sets of the rings lab, grids and regions. They know only the ground, as points and
 * pictures have nothing to say to each other.
 */
package org.penumbra.data.plane;
