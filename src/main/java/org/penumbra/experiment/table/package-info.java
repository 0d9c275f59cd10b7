/**
 * The paper's two tables: accuracy and fooling of each of its models, and of ours below them. A cell is the accuracy of a row
 * or some trials of an attack; the report holds the paper's figures beside ours.
 */
package org.penumbra.experiment.table;
