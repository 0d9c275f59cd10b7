/**
 * The command that trains an image model. It knows the console and the shared options, but no other family of
 * commands.
 */
package org.penumbra.command.train;
