/**
 * Pictures without a window: colour maps, fields to pixels, figures, PNG and GIF. Colours are computed from arrays
 * alone, so this room knows nobody but the ground that files are written with and the letters that are drawn as lines, and a
 * picture is the same in the window and in a file.
 */
package org.penumbra.paint;
