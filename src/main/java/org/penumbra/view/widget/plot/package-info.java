/**
 * Plots of the plane: a field as pixels with points, lines and a pointer over it. They know no lab.
 */
package org.penumbra.view.widget.plot;
