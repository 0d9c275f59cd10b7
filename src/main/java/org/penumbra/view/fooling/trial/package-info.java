/**
 * How one trial of an attack looks: its pictures, its factors and its outcome in words. The other parts of the lab know it;
 * it knows none of them.
 */
package org.penumbra.view.fooling.trial;
