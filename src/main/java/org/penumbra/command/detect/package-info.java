/**
 * The commands about detectors: detectors, which lists them, and fit, which fits them to a trained image model. They know the
 * console and the shared options, but no other family of commands.
 */
package org.penumbra.command.detect;
