/**
 * OpenMax: an unknown class that takes over what the logits of the known ones lose to their Weibull tails. It knows what
 * {@code detector} and {@code detector.tail} know; no other family.
 */
package org.penumbra.detector.openmax;
