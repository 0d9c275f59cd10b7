/**
 * The four fields of the rings lab: their pictures, their colour bars and the numbers of a cell. The other parts of the lab
 * know it; it knows none of them.
 */
package org.penumbra.view.rings.field;
