/**
 * What an experiment reports, as values: words, tables in which the paper's figures stand beside ours, and curves; and the
 * writers that make files of them.
 */
package org.penumbra.experiment.report;
