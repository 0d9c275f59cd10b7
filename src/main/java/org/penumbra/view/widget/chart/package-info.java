/**
 * Charts: lines over steps, histograms. They write their words with nodes, never on the canvas, and know no lab.
 */
package org.penumbra.view.widget.chart;
