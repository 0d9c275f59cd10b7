/**
 * The session of the Rings lab: a network that learns points of the plane while its fields are shown, and the attack
 * in the plane. It knows what an engine is made of and no other lab's session, so that each can be changed without a
 * look at the others.
 */
package org.penumbra.live.rings;
