/**
 * What the drawing lab knows of the detectors of one network: which there are, which are shown, fitted and asked, and what they
 * say. It knows the lab's models and answers, and no part that is seen.
 */
package org.penumbra.view.draw.board;
