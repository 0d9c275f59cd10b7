/**
 * The entry point. It only chooses between the window, a command and the makers' tools, and so knows these three rooms
 * and no other.
 */
package org.penumbra;
