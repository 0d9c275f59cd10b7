/**
 * What the window has to say: notes and failures, their cards, and errors nobody expected. It knows widgets, no lab.
 */
package org.penumbra.view.shell.message;
