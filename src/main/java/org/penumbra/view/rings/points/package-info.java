/**
 * The points of the rings lab: the form of a data set and points painted by hand. The other parts of the lab know it; it
 * knows none of them.
 */
package org.penumbra.view.rings.points;
