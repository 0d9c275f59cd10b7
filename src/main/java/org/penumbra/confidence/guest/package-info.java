/**
 * How well a network that another program trained answers, and by which errors its confidence is calibrated: a person chooses
 * images for it, as it says nothing of those it learnt from. It knows the images, the networks and the mathematics of the
 * confidence, and nobody who asks.
 */
package org.penumbra.confidence.guest;
