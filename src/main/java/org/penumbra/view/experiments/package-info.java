/**
 * The Experiments lab: the paper's tables and figures as they are computed, cell by cell, beside what the paper says. It knows
 * its own session and what labs share, but no other lab.
 */
package org.penumbra.view.experiments;
