/**
 * The paper's tables and figures, and what is held beside them, as experiments: each is a set of independent, seeded cells whose
 * results make a report. It knows data, networks, detectors and attacks, and no window, no session and no command.
 */
package org.penumbra.experiment;
