/**
 * The mathematics of the paper on plain arrays: confidence, verdict, ROC, and the figures of an evaluation. It knows
 * data and the values of networks and nothing else, so that it can be tested without a screen or a thread.
 */
package org.penumbra.confidence;
