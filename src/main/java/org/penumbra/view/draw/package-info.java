/**
 * The Draw lab: what several models say of a drawing, with the numbers behind it. It knows its own session and what
 * labs share, but no other lab.
 */
package org.penumbra.view.draw;
