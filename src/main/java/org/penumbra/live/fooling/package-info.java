/**
 * The session of the Fooling lab: attacks on several models at once, and what is recorded of them. It knows what an
 * engine is made of and no other lab's session, so that each can be changed without a look at the others.
 */
package org.penumbra.live.fooling;
