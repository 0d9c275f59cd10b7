/**
 * The command that trains a preset of the plane without a window and writes its fields and its report. It knows the
 * console and the shared options, but no other family of commands.
 */
package org.penumbra.command.rings;
