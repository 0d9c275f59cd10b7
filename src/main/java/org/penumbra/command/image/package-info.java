/**
 * The commands that ask a trained image model: score, evaluate, export. They know the console and the shared options,
 * but no other family of commands.
 */
package org.penumbra.command.image;
