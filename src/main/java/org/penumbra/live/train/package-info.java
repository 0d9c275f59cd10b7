/**
 * The session of the Train lab: an image network that learns while it is watched. It knows what an engine is made of
 * and no other lab's session, so that each can be changed without a look at the others.
 */
package org.penumbra.live.train;
