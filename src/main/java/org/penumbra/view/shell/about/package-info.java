/**
 * What the program is made of and runs on, as it is told to a person and to whoever gets a report: versions, the machine,
 * folders, models, licences. It knows no lab and nothing of the window.
 */
package org.penumbra.view.shell.about;
