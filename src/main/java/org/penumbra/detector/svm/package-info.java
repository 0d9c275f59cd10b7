/**
 * Detectors made of support vector machines: a boundary round what is known (one-class SVM), slabs between two planes (1-vs-Set
 * machine), and probabilities of inclusion (W-SVM). It alone knows libsvm, which trains the machines; what they decide is
 * computed here. It knows what {@code detector} knows and {@code detector.tail}; no other family.
 */
package org.penumbra.detector.svm;
