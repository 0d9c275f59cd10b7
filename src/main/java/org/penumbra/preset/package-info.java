/**
 * Presets: data, network, training and confidence as text that people edit, with every complaint naming its key. They
 * know the settings they hold and no file with a seal, session or window.
 */
package org.penumbra.preset;
