/**
 * Sentences that the window and the command line share, made from the values of {@code confidence}. It knows nothing else of
 * ours, and nothing below the window and the commands knows it.
 */
package org.penumbra.words;
