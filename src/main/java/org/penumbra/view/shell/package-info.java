/**
 * The frame around the labs: top bar, keys, sheets, messages, and what a lab is to it. It knows no lab and no session
 * but the engine's parts, so that another lab costs it nothing.
 */
package org.penumbra.view.shell;
