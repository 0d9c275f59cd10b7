/**
 * What a command says to a person: its two streams, progress, results in files, and how it fails. It knows no command,
 * as every family of commands stands on it.
 */
package org.penumbra.command.console;
