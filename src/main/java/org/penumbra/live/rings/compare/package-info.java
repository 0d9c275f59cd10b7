/**
 * Detectors beside the training of the Rings lab: a thread of its own fits them on what the network says at one moment and
 * judges the plane by them, while the engine trains on. It knows what an engine is made of and nothing of the lab's session.
 */
package org.penumbra.live.rings.compare;
