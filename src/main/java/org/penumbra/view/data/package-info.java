/**
 * The sheet on which image data are downloaded, imported and verified. It is built like a lab: it knows its own
 * session and what labs share, but no lab.
 */
package org.penumbra.view.data;
