/**
 * Who is attacked: a network with a fitted detector, and what it says of an input seen from a target class. It knows data,
 * networks and detectors; attacks know it, and it knows no attack.
 */
package org.penumbra.fooling.victim;
