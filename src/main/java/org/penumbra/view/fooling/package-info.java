/**
 * The Fooling lab: attacks as they proceed, victim beside victim. It knows its own session and what labs share, but no
 * other lab.
 */
package org.penumbra.view.fooling;
