/**
 * The root of the command line and what all commands share. Commands must work where no window can open, so they know
 * every room but the window's; what they need of it is asked of {@link org.penumbra.command.WindowTools}.
 */
package org.penumbra.command;
