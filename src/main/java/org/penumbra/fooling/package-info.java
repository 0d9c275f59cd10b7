/**
 * Attacks: images and points that a network is sure of although they show nothing, by gradient or by evolution. An
 * attack needs the victim's scores, so it knows networks and confidence, and nothing of who shows it.
 */
package org.penumbra.fooling;
