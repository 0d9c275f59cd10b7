/**
 * What experiments with detectors share: means with their intervals, choices of classes, networks trained in a cell, detectors
 * fitted on them. It knows no experiment of its own.
 */
package org.penumbra.experiment.measure;
