/**
 * Cards of the training lab that show one thing each: confusion, filters, errors, watched images. The other parts of the lab
 * know it; it knows none of them.
 */
package org.penumbra.view.train.card;
