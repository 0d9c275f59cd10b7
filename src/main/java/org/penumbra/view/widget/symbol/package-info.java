/**
 * The paper's symbols and the cards that explain them. They know no lab; each lab brings the symbols only it has.
 */
package org.penumbra.view.widget.symbol;
