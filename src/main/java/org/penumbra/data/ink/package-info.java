/**
 * Drawings and pictures of 28 x 28 pixels: strokes, letters drawn as lines, fitting, changes, files of pictures. A drawing is
 * strokes and pixels and knows only the ground; which data set it may join is decided by others.
 */
package org.penumbra.data.ink;
