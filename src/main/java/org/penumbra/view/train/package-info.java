/**
 * The Train lab: an image network that learns before one's eyes. It knows its own session and what labs share, but no
 * other lab.
 */
package org.penumbra.view.train;
