/**
 * The command that attacks image models with pictures that show nothing. It knows the console and the shared options,
 * but no other family of commands.
 */
package org.penumbra.command.fool;
