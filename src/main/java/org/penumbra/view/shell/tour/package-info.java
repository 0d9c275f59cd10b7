/**
 * A tour through a lab, step by step. It knows no lab.
 */
package org.penumbra.view.shell.tour;
