/**
 * Brings networks, their data and detectors together: which inputs a detector is fitted on, and what the network says of them.
 * It knows networks, data and detectors, runs on the thread of whoever calls it, and knows no lab, no command and no file.
 */
package org.penumbra.fitting;
