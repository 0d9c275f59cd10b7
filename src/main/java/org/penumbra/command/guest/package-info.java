/**
 * The command that shows and corrects what is taken for what in a network of DL4J. It knows the console and the shared options,
 * but no other family of commands.
 */
package org.penumbra.command.guest;
