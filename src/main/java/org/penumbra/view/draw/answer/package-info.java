/**
 * What the drawing lab knows of its models: cards, their answers and what those mean at the present setting. It knows the
 * input, and no part that is seen.
 */
package org.penumbra.view.draw.answer;
