/**
 * The window as an application: it opens with the labs in their order. A window shows and commands; it knows sessions,
 * presets and values, but never holds a network and does not know the command line. JavaFX is known in these rooms
 * only.
 */
package org.penumbra.view;
