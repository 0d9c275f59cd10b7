package org.penumbra.live.experiments;

import java.nio.file.Path;
import org.penumbra.experiment.Experiment;

/**
 * What is to be run.
 *
 * @param experiment with its settings
 * @param folder     where results are kept. A run that is not gone on with never touches what is there: where this folder
 *                   holds something, one beside it is taken, with a number behind its name
 * @param goOn       whether a run has left finished cells in that folder, to go on from
 */
public record ExperimentPlan(Experiment experiment, Path folder, boolean goOn) {}
