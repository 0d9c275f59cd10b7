/**
 * The session of the Experiments lab: an experiment whose cells are computed and kept, what has become of each cell, and the
 * report as far as it is known. It knows what an engine is made of and no other lab's session, so that each can be changed
 * without a look at the others.
 */
package org.penumbra.live.experiments;
