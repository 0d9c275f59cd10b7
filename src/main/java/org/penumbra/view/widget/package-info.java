/**
 * Small controls and drawings that several labs show. A widget knows no lab, no shell and no session, as it serves
 * them all.
 */
package org.penumbra.view.widget;
