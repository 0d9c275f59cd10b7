/**
 * What is drawn, taken from a file or picked from a data set before models are asked: the pad, its sources, changes
 * and history. It is the Draw lab's and does not know the cards that show the answers.
 */
package org.penumbra.view.draw.input;
