package org.penumbra.experiment;

/**
 * What an experiment is.
 *
 * @param name     on the command line and in files: "table1"
 * @param title    for a person: "Table 1: MNIST"
 * @param question what it answers, one sentence
 * @param source   where it comes from: a table or figure of the paper, or that it is ours
 */
public record About(String name, String title, String question, String source) {}
