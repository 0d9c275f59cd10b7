/** The command that runs an experiment: it says beforehand how long that will take, how far it is, and where the report lies. */
package org.penumbra.command.experiment;
