/**
 * Cells of experiments on Apache Spark. Only the Maven profile "spark" compiles this room, which alone knows Spark; it knows
 * experiments as values and nothing of windows and commands.
 */
package org.penumbra.experiment.spark;
