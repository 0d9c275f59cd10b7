/**
 * Detectors beside the confidence in the Rings lab: which two are compared and how they are set, their pictures, and what they
 * say of the place under the pointer. The lab knows it; it knows none of the lab's other parts but the fields' symbols and
 * colours.
 */
package org.penumbra.view.rings.compare;
