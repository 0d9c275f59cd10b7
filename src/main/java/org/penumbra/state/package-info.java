/**
 * What a lab is set to, as a short text that somebody else can set up: plain values, checked one by one. It knows no window and
 * reads no file that a state names; what is here and what is missing is found by the labs.
 */
package org.penumbra.state;
