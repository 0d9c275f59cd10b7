/**
 * Who is attacked: a network with a fitted detector, what it says of an input seen from a target class, and what counts as
 * fooled. It knows data, networks and detectors; attacks know it, and it knows no attack.
 */
package org.penumbra.fooling.victim;
