/**
 * Options that several commands have in common, and how wrong ones are refused. They know no command, so that each
 * family can take those it needs.
 */
package org.penumbra.command.option;
