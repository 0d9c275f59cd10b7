/**
 * The session of the Draw lab: networks that answer for a drawing and are measured on image sets. It knows what an
 * engine is made of and no other lab's session, so that each can be changed without a look at the others.
 */
package org.penumbra.live.draw;
