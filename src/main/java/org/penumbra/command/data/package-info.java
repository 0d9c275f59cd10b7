/**
 * The commands that download, import, list and verify image data. They know the console and the shared options, but no
 * other family of commands.
 */
package org.penumbra.command.data;
