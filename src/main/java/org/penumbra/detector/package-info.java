/**
 * Ways to say "I don't know": a {@code Detector} is fitted on what a network says of known inputs, and the {@code Fitted} judges
 * what it says of any. It knows {@code data}, {@code net} and {@code confidence} but holds no network, so that every thread may
 * ask it.
 */
package org.penumbra.detector;
