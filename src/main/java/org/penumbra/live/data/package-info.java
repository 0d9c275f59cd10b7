/**
 * How a download proceeds, for the sheet of image data. It knows no other lab's session.
 */
package org.penumbra.live.data;
