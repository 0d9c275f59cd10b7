/**
 * What every lab of the window is made of: the column at the left, the row that plays and resets, the line on the engine,
 * menus, exports, the cover until there is something to see, the card that tells a failure, and what a lab does for the
 * window it lives in.
 *
 * <p>The wall: this room may know widgets, the frame of the window and what engines have in common; it knows no lab.
 */
package org.penumbra.view.lab;
