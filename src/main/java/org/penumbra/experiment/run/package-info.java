/**
 * Runs the cells of an experiment: keeps each finished one in a folder, goes on where a run stopped, and bears a cell that fails.
 */
package org.penumbra.experiment.run;
