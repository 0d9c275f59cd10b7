/**
 * Keys and what they do. It knows no lab.
 */
package org.penumbra.view.shell.key;
