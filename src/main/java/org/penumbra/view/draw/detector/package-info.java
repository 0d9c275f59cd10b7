/**
 * The detectors of the drawing lab as they are seen: their cards, their menu, and the training images they look at. It knows the
 * lab's models, and neither the pad nor the cards of networks.
 */
package org.penumbra.view.draw.detector;
