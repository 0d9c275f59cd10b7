/**
 * Where the program keeps its files: image data with their mirrors, downloads and imports, and the log. Only this room
 * knows the platform's folders and the network; of ours it knows image sets and the ground, as it keeps what they
 * read.
 */
package org.penumbra.data.home;
