/**
 * Files with a seal: models, checkpoints, answers, cells of experiments, and the arrays and tables written for others. A
 * file holds what other rooms made, so this room knows the science and the presets, and makes nothing itself; no session,
 * window or command is known here.
 */
package org.penumbra.archive;
