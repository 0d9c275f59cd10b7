/**
 * Competitive overcomplete outputs as a detector. It knows what {@code detector} knows; no other family.
 */
package org.penumbra.detector.cool;
