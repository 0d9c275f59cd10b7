/**
 * Fields and sliders in which settings are chosen, and what is said of a wrong one. They know no lab.
 */
package org.penumbra.view.widget.form;
