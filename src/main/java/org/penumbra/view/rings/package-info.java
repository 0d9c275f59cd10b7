/**
 * The Rings lab: a network of the plane, its four fields, its curves and the attack on it. It knows its own session
 * and what labs share, but no other lab.
 */
package org.penumbra.view.rings;
