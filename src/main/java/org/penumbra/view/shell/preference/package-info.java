/**
 * What a person has chosen for the program as a whole: the keys, where they are kept from one start to the next, and what the
 * start has decided in their place. It knows no lab and nothing of the window.
 */
package org.penumbra.view.shell.preference;
