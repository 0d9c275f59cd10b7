/**
 * How well a detector tells known inputs from unknown ones, and classes from each other meanwhile. It is arithmetic on scores
 * and answers: it knows {@code confidence} for the area under the ROC, and no detector.
 */
package org.penumbra.detector.metric;
